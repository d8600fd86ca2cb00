package org.eclipse.kura.configuration.metatype;

import org.osgi.annotation.versioning.ProviderType;

/** Says which configurations a description is for. */
@ProviderType
public interface Designate {
    /** {@return the description that is meant} */
    TObject getObject();

    /** {@return the pid of a single configuration; may be null} */
    String getPid();

    /** {@return the pid of a factory; may be null} */
    String getFactoryPid();

    /** {@return the location of the bundle; may be null} */
    String getBundle();

    /** {@return whether an error in it may be passed over} */
    boolean isOptional();

    /** {@return whether values are added to an existing configuration} */
    boolean isMerge();
}

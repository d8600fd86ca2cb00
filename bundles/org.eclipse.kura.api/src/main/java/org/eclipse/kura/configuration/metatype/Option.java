package org.eclipse.kura.configuration.metatype;

import org.osgi.annotation.versioning.ProviderType;

/** One of the values of an attribute to choose from. */
@ProviderType
public interface Option {
    /** {@return what a person reads} */
    String getLabel();

    /** {@return the value that is meant} */
    String getValue();
}

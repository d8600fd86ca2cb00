package org.eclipse.kura.configuration.metatype;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Describes a configuration. */
@ProviderType
public interface OCD {
    /** {@return the attributes, in the order in which a person sees them} */
    List<AD> getAD();

    /** {@return pictures of the component} */
    List<Icon> getIcon();

    /** {@return what a person reads instead of the id} */
    String getName();

    /** {@return what the component is for; may be null} */
    String getDescription();

    /** {@return the id, which is the pid of the component or factory} */
    String getId();
}

package org.eclipse.kura.configuration.metatype;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The description that a designate means, with values for its attributes. */
@ProviderType
public interface TObject {
    /** {@return the values} */
    List<Attribute> getAttribute();

    /** {@return the id of the description} */
    String getOcdref();
}

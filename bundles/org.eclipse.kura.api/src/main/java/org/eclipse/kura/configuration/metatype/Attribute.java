package org.eclipse.kura.configuration.metatype;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Gives an attribute of an object a value. */
@ProviderType
public interface Attribute {
    /** {@return the values} */
    List<String> getValue();

    /** {@return the id of the attribute} */
    String getAdref();

    /** {@return the value as one text} */
    String getContent();
}

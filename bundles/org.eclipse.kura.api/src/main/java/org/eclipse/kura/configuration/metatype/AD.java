package org.eclipse.kura.configuration.metatype;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Describes one attribute of a configuration. */
@ProviderType
public interface AD {
    /** {@return the values to choose from; empty if any value will do} */
    List<Option> getOption();

    /** {@return what a person reads instead of the id} */
    String getName();

    /** {@return what the attribute is for; may be null} */
    String getDescription();

    /** {@return the key of the attribute in the properties} */
    String getId();

    /** {@return the type of the value} */
    Scalar getType();

    /**
     * {@return 0 for one value, n &gt; 0 for an array of up to n, n &lt; 0 for a list of up to -n}
     */
    int getCardinality();

    /** {@return the least value, or the least length of a text; may be null} */
    String getMin();

    /** {@return the greatest value, or the greatest length of a text; may be null} */
    String getMax();

    /** {@return the value of a new configuration; may be null} */
    String getDefault();

    /** {@return whether a value must be given} */
    boolean isRequired();
}

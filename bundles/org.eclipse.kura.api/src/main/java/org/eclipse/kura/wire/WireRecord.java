package org.eclipse.kura.wire;

import java.util.Collections;
import java.util.Map;
import org.eclipse.kura.type.TypedValue;

/** Named values that travel together. The map is not copied: do not change it afterwards. */
public class WireRecord {
    private final Map<String, TypedValue<?>> properties;

    /**
     * A record.
     *
     * @param properties the values by name, not null
     */
    public WireRecord(Map<String, TypedValue<?>> properties) {
        this.properties = Collections.unmodifiableMap(properties);
    }

    /** {@return the values by name, unmodifiable} */
    public Map<String, TypedValue<?>> getProperties() {
        return properties;
    }
}

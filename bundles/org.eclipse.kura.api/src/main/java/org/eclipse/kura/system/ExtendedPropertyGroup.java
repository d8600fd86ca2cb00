package org.eclipse.kura.system;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;

/** A named group of facts about the gateway. */
public class ExtendedPropertyGroup {
    private final String name;
    private final Map<String, String> properties;

    /**
     * A group.
     *
     * @param name the name, not null
     * @param properties the facts, not null; kept, not copied
     */
    public ExtendedPropertyGroup(String name, Map<String, String> properties) {
        this.name = Objects.requireNonNull(name, "name");
        this.properties = Collections.unmodifiableMap(properties);
    }

    /** {@return the name, never null} */
    public String getName() {
        return name;
    }

    /** {@return the facts, unmodifiable} */
    public Map<String, String> getProperties() {
        return properties;
    }
}

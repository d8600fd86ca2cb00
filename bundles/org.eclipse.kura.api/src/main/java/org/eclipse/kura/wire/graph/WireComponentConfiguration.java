package org.eclipse.kura.wire.graph;

import java.util.Collections;
import java.util.Map;
import org.eclipse.kura.configuration.ComponentConfiguration;

/** A component of a graph: its configuration, and where the editor shows it. */
public class WireComponentConfiguration {
    private final ComponentConfiguration configuration;
    private final Map<String, Object> properties;

    /**
     * A component.
     *
     * @param configuration the configuration
     * @param properties position and port counts for the editor, not null; kept, not copied
     */
    public WireComponentConfiguration(
            ComponentConfiguration configuration, Map<String, Object> properties) {
        this.configuration = configuration;
        this.properties = Collections.unmodifiableMap(properties);
    }

    /** {@return the configuration} */
    public ComponentConfiguration getConfiguration() {
        return configuration;
    }

    /** {@return position and port counts for the editor, unmodifiable} */
    public Map<String, Object> getProperties() {
        return properties;
    }
}

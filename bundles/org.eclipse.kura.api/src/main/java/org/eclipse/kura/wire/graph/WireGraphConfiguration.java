package org.eclipse.kura.wire.graph;

import java.util.Collections;
import java.util.List;

/** A whole graph. The lists are not copied. */
public class WireGraphConfiguration {
    private final List<WireComponentConfiguration> wireComponentConfigurations;
    private final List<MultiportWireConfiguration> wireConfigurations;

    /**
     * A graph.
     *
     * @param wireComponentConfigurations its components, not null
     * @param wireConfigurations its wires, not null
     */
    public WireGraphConfiguration(
            List<WireComponentConfiguration> wireComponentConfigurations,
            List<MultiportWireConfiguration> wireConfigurations) {
        this.wireComponentConfigurations =
                Collections.unmodifiableList(wireComponentConfigurations);
        this.wireConfigurations = Collections.unmodifiableList(wireConfigurations);
    }

    /** {@return the components, unmodifiable} */
    public List<WireComponentConfiguration> getWireComponentConfigurations() {
        return wireComponentConfigurations;
    }

    /** {@return the wires, unmodifiable} */
    public List<MultiportWireConfiguration> getWireConfigurations() {
        return wireConfigurations;
    }
}

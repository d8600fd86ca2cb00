package org.eclipse.kura.wire.graph;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Makes aggregators of input ports. */
@ProviderType
public interface PortAggregatorFactory {
    /**
     * Makes an aggregator, which takes over the ports.
     *
     * @param receiverPorts the ports, not null
     * @return the aggregator
     */
    PortAggregator build(List<ReceiverPort> receiverPorts);
}

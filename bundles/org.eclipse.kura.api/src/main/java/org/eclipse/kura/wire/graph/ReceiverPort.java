package org.eclipse.kura.wire.graph;

import java.util.function.Consumer;
import org.eclipse.kura.wire.WireEnvelope;
import org.osgi.annotation.versioning.ProviderType;

/** An input port. */
@ProviderType
public interface ReceiverPort extends Port {
    /**
     * Sets who takes the envelopes of this port; runs on the thread of the emitter.
     *
     * @param envelopeConsumer takes the envelopes, not null
     */
    void onWireReceive(Consumer<WireEnvelope> envelopeConsumer);
}

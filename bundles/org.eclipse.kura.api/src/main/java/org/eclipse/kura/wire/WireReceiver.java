package org.eclipse.kura.wire;

import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.service.wireadmin.Consumer;

/** A wire component with one input port. Hands the calls of {@code Consumer} to its support. */
@ConsumerType
public interface WireReceiver extends WireComponent, Consumer {
    /**
     * Takes an envelope, on the thread of its emitter: return soon. Whatever this throws vanishes
     * without a log line.
     *
     * @param wireEnvelope the envelope, not null
     */
    void onWireReceive(WireEnvelope wireEnvelope);
}

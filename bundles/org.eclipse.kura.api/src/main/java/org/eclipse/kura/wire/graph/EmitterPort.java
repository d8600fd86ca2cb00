package org.eclipse.kura.wire.graph;

import org.eclipse.kura.wire.WireEnvelope;
import org.osgi.annotation.versioning.ProviderType;

/** An output port. */
@ProviderType
public interface EmitterPort extends Port {
    /**
     * Sends an envelope to every receiver at this port and returns when all have taken it.
     *
     * @param wireEnvelope the envelope, not null
     */
    void emit(WireEnvelope wireEnvelope);
}

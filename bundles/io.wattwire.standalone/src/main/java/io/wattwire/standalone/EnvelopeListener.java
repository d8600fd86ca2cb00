package io.wattwire.standalone;

import org.eclipse.kura.wire.WireEnvelope;
import org.osgi.annotation.versioning.ConsumerType;

/** Sees what wire components emit. */
@ConsumerType
@FunctionalInterface
public interface EnvelopeListener {
    /**
     * A component emitted something. Runs on the emitter's thread: return soon. What it throws is
     * logged and goes no further.
     *
     * @param emitterPid the {@code kura.service.pid} of the emitter
     * @param port the output port, from 0
     * @param envelope what was emitted
     */
    void onEmit(String emitterPid, int port, WireEnvelope envelope);
}

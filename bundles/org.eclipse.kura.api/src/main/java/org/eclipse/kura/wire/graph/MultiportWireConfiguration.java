package org.eclipse.kura.wire.graph;

import java.util.Objects;
import org.eclipse.kura.wire.WireConfiguration;

/** A wire between two ports. Two are equal if they join the same ports. */
public class MultiportWireConfiguration extends WireConfiguration {
    private int emitterPort;
    private int receiverPort;

    /**
     * A wire.
     *
     * @param emitterPid the {@code kura.service.pid} of the sender, not null
     * @param receiverPid the {@code kura.service.pid} of the receiver, not null
     * @param emitterPort the output port, from 0
     * @param receiverPort the input port, from 0
     */
    public MultiportWireConfiguration(
            String emitterPid, String receiverPid, int emitterPort, int receiverPort) {
        super(emitterPid, receiverPid);
        this.emitterPort = emitterPort;
        this.receiverPort = receiverPort;
    }

    /** {@return the output port, from 0} */
    public int getEmitterPort() {
        return emitterPort;
    }

    /**
     * Sets the output port.
     *
     * @param emitterPort the port, from 0
     */
    public void setEmitterPort(int emitterPort) {
        this.emitterPort = emitterPort;
    }

    /** {@return the input port, from 0} */
    public int getReceiverPort() {
        return receiverPort;
    }

    /**
     * Sets the input port.
     *
     * @param receiverPort the port, from 0
     */
    public void setReceiverPort(int receiverPort) {
        this.receiverPort = receiverPort;
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), emitterPort, receiverPort);
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other)
                && emitterPort == ((MultiportWireConfiguration) other).emitterPort
                && receiverPort == ((MultiportWireConfiguration) other).receiverPort;
    }
}

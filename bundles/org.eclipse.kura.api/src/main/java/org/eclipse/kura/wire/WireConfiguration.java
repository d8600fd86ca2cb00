package org.eclipse.kura.wire;

import java.util.Objects;
import org.osgi.service.wireadmin.Wire;

/** A wire between two components. Two are equal if they join the same components. */
public class WireConfiguration {
    private final String emitterPid;
    private final String receiverPid;
    private String filter;
    private Wire wire;

    /**
     * A wire.
     *
     * @param emitterPid the {@code kura.service.pid} of the sender, not null
     * @param receiverPid the {@code kura.service.pid} of the receiver, not null
     */
    public WireConfiguration(String emitterPid, String receiverPid) {
        this.emitterPid = Objects.requireNonNull(emitterPid, "emitterPid");
        this.receiverPid = Objects.requireNonNull(receiverPid, "receiverPid");
    }

    /** {@return the {@code kura.service.pid} of the sender, never null} */
    public String getEmitterPid() {
        return emitterPid;
    }

    /** {@return the filter on envelopes, or null} */
    public String getFilter() {
        return filter;
    }

    /** {@return the {@code kura.service.pid} of the receiver, never null} */
    public String getReceiverPid() {
        return receiverPid;
    }

    /** {@return the wire behind it, or null as long as there is none} */
    public Wire getWire() {
        return wire;
    }

    /**
     * Sets the filter on envelopes.
     *
     * @param filter the filter; may be null
     */
    public void setFilter(String filter) {
        this.filter = filter;
    }

    /**
     * Sets the wire behind it.
     *
     * @param wire the wire; may be null
     */
    public void setWire(Wire wire) {
        this.wire = wire;
    }

    @Override
    public boolean equals(Object other) {
        return other != null
                && other.getClass() == getClass()
                && emitterPid.equals(((WireConfiguration) other).emitterPid)
                && receiverPid.equals(((WireConfiguration) other).receiverPid);
    }

    @Override
    public int hashCode() {
        return Objects.hash(emitterPid, receiverPid);
    }

    @Override
    public String toString() {
        return "WireConfiguration [" + emitterPid + " -> " + receiverPid + "]";
    }
}

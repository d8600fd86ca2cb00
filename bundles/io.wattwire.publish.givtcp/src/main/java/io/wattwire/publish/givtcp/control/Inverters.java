package io.wattwire.publish.givtcp.control;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** The inverters that are published. Implementations are thread-safe and never wait. */
public interface Inverters {

    /**
     * Those that have told who they are.
     *
     * @return their serial numbers
     */
    Set<String> serials();

    /**
     * The asset that an inverter's values come from.
     *
     * @param serial its serial number; any text
     * @return the asset's {@code kura.service.pid}; empty when there is no such inverter
     */
    Optional<String> asset(String serial);

    /**
     * The battery's nominal capacity.
     *
     * @param serial of the inverter
     * @return in Wh; empty while it is not known
     */
    OptionalDouble batteryCapacityWh(String serial);
}

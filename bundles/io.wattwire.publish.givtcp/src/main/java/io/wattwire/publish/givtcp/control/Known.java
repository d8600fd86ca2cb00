package io.wattwire.publish.givtcp.control;

import java.time.LocalDateTime;
import java.util.OptionalDouble;

/** What some commands need besides their payload. Implementations are thread-safe. */
public interface Known {

    /**
     * The battery's nominal capacity, which version 3 counts its rates in.
     *
     * @return in Wh; empty while it is not known
     */
    OptionalDouble batteryCapacityWh();

    /**
     * The time by the gateway's clock, in the zone that the inverter is set to.
     *
     * @return now
     */
    LocalDateTime now();
}

package io.wattwire.simulator.device;

import io.wattwire.device.server.RegisterBank;
import java.time.Duration;

/** A device behind one unit id. Thread-safe. */
public interface SimulatedDevice extends RegisterBank {

    /** Measures: what a read finds from now on. Without it, values stay what they were. */
    void refresh();

    /**
     * Whether the device has power and hears requests.
     *
     * @return false while it is dark
     */
    boolean answers();

    /**
     * Takes the device's power away for a while; whoever serves it keeps it silent meanwhile.
     *
     * @param start from when, counted from now
     * @param down for how long
     */
    void restart(Duration start, Duration down);

    /** What volatile registers held is lost; called before the first request after a restart. */
    void losePower();

    /**
     * Whether the device knows a Modbus function.
     *
     * @param function its code
     * @return false for one that it answers with exception 1
     */
    default boolean takes(int function) {
        return true;
    }
}

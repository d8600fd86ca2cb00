package io.wattwire.device.model;

import java.time.Duration;
import java.util.Objects;

/**
 * How a family's devices are reached when nobody says otherwise.
 *
 * @param baud serial speed in Bd
 * @param parity N, E or O
 * @param stopBits 1 or 2
 * @param unit Modbus unit id, 0 to 255
 * @param pause least time between the end of an answer and the next request
 * @param connectDelay time between connecting and the first request
 * @param turnaround first guess of the time from request to answer; measured while running
 */
public record LinkDefaults(
        int baud,
        char parity,
        int stopBits,
        int unit,
        Duration pause,
        Duration connectDelay,
        Duration turnaround) {

    /**
     * Checks ranges. {@inheritDoc}
     *
     * @throws IllegalArgumentException if a value is out of its range
     */
    public LinkDefaults {
        require(baud > 0, "baud must be above 0: " + baud);
        require("NEO".indexOf(parity) >= 0, "parity must be N, E or O: " + parity);
        require(stopBits == 1 || stopBits == 2, "stop bits must be 1 or 2: " + stopBits);
        require(unit >= 0 && unit <= 255, "unit must be 0 to 255: " + unit);
        for (Duration duration : new Duration[] {pause, connectDelay, turnaround}) {
            Objects.requireNonNull(duration, "duration");
            require(!duration.isNegative(), "a duration must not be negative: " + duration);
        }
    }

    private static void require(boolean holds, String problem) {
        if (!holds) {
            throw new IllegalArgumentException("link defaults: " + problem);
        }
    }

    /**
     * 9600 8N1, unit 1, no pauses, a turnaround of 16 ms: what most RS-485 devices leave the
     * factory with.
     *
     * @return the defaults of defaults
     */
    public static LinkDefaults standard() {
        return new LinkDefaults(
                9600, 'N', 1, 1, Duration.ZERO, Duration.ZERO, Duration.ofMillis(16));
    }
}

package io.wattwire.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.model.Reading;
import io.wattwire.device.session.DeviceSession;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * A device is killed while it is polled once a second, and started again: its values are missing
 * within one cycle and back within two of its return, and nothing from before is shown meanwhile or
 * after.
 */
public final class Outage {

    private static final Duration CYCLE = Duration.ofSeconds(1);
    private static final int OUTAGES = 3;
    private static final int CYCLES = 12;

    private final DeviceSession.Prepared prepared;
    private final Consumer<Duration> clock;
    private final Duration probe;

    /** The device, or what it is reached through. */
    public interface Plug {
        /**
         * Kills it.
         *
         * @throws Exception if the test cannot
         */
        void pull() throws Exception;

        /**
         * Starts it again, with another value than before.
         *
         * @param outage number of the outage, from 1
         * @return the value of the first name from now on
         * @throws Exception if the test cannot
         */
        double putBack(int outage) throws Exception;
    }

    /**
     * Watches an outage.
     *
     * @param prepared fast values of the device, the first of them a number that can be changed;
     *     slow and static ones are kept for their time, which is not looked at here
     * @param clock moves the session's time on
     * @param probe time until the session tries a silent device again; a cycle where it is written
     *     to, more where it is only read
     */
    public Outage(DeviceSession.Prepared prepared, Consumer<Duration> clock, Duration probe) {
        this.prepared = prepared;
        this.clock = clock;
        this.probe = probe;
    }

    private List<Reading> after(Duration time) {
        clock.accept(time);
        return prepared.read();
    }

    /**
     * Kills and starts the device some times.
     *
     * @param plug the device
     * @throws Exception if the test cannot kill or start it
     */
    public void check(Plug plug) throws Exception {
        after(CYCLE); // a device may have to be found first
        after(CYCLE).forEach(reading -> assertTrue(reading.good(), reading::problem));
        for (int outage = 1; outage <= OUTAGES; outage++) {
            plug.pull();
            for (int cycle = 1; cycle <= CYCLES; cycle++) {
                assertMissing(after(CYCLE), "cycle " + cycle + " of outage " + outage);
            }
            double now = plug.putBack(outage);
            List<Reading> first = after(probe);
            List<Reading> second = after(CYCLE);
            assertFresh(first.get(0), now);
            assertFresh(second.get(0), now);
            second.forEach(reading -> assertTrue(reading.good(), reading::problem));
        }
    }

    private static void assertMissing(List<Reading> readings, String when) {
        for (Reading reading : readings) {
            assertFalse(reading.good(), () -> reading.name() + " is shown in " + when);
            assertFalse(reading.problem().isBlank(), reading.name());
        }
    }

    private static void assertFresh(Reading reading, double now) {
        if (reading.good()) {
            assertEquals(now, ((Number) reading.value()).doubleValue(), 1e-9, reading.name());
        }
    }
}

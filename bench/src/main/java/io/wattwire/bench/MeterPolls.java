package io.wattwire.bench;

import io.wattwire.device.link.Deadline;
import io.wattwire.device.link.LinkAddress;
import io.wattwire.device.link.LinkException;
import io.wattwire.device.link.LinkLease;
import io.wattwire.device.link.LinkPool;
import io.wattwire.device.link.LinkTiming;
import io.wattwire.device.link.ModbusPdu;
import io.wattwire.device.link.Priority;
import io.wattwire.device.model.RegisterKind;
import io.wattwire.driver.solaredge.SolarEdgeMeterDriver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.type.TypedValues;

/**
 * An emulated meter with a living source, and a master that asks it for the phase powers as a
 * SolarEdge inverter does, only much more often.
 */
final class MeterPolls implements AutoCloseable {

    private static final int UNIT = 2;
    private static final int POWERS = 1010;
    private static final int WORDS = 6;
    private static final long SOURCE_MS = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration START = Duration.ofSeconds(20);

    /** Between an answer and the next request; odd, so that it meets timers in every phase. */
    private static final long PAUSE_NANOS = 13_700_000;

    private final SolarEdgeMeterDriver driver = new SolarEdgeMeterDriver();
    private final ScheduledExecutorService source = Executors.newSingleThreadScheduledExecutor();
    private final LinkLease line;
    private int lost;

    /**
     * Starts the meter and waits for its first answer.
     *
     * @param settings where the meter is
     * @param address where the master finds it
     */
    MeterPolls(Map<String, Object> settings, LinkAddress address) throws Exception {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("kura.service.pid", "meter");
        all.put("unit.id", UNIT);
        all.put("assets.create", false);
        driver.activate(null, all);
        source.scheduleAtFixedRate(this::feed, 0, SOURCE_MS, TimeUnit.MILLISECONDS);
        LinkTiming atOnce = new LinkTiming(Duration.ZERO, Duration.ZERO);
        line = new LinkPool().acquire(address, "master", atOnce);
        long end = System.nanoTime() + START.toNanos();
        while (Double.isNaN(ask())) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the meter does not answer at " + address);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        lost = 0;
    }

    private void feed() {
        double watts = System.nanoTime() % 5_000;
        driver.write(
                List.of(
                        ChannelRecord.createWriteRecord(
                                "grid_power", TypedValues.newDoubleValue(watts)),
                        ChannelRecord.createWriteRecord(
                                "grid_voltage_l1", TypedValues.newDoubleValue(230))));
    }

    /** From the request to the whole answer, ms; NaN without an answer. */
    private double ask() {
        byte[] request = ModbusPdu.readRequest(RegisterKind.HOLDING, POWERS, WORDS);
        long before = System.nanoTime();
        try {
            line.exchange(UNIT, request, Priority.FAST, Deadline.in(PATIENCE));
            return (System.nanoTime() - before) / 1e6;
        } catch (LinkException silent) {
            lost++;
            return Double.NaN;
        }
    }

    /** Asks for some time, or that many times if this is sooner. */
    Figures run(Duration length, int most) {
        List<Double> millis = new ArrayList<>();
        long end = System.nanoTime() + length.toNanos();
        for (int asked = 0; asked < most && System.nanoTime() - end < 0; asked++) {
            double one = ask();
            if (!Double.isNaN(one)) {
                millis.add(one);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return new Figures(millis);
    }

    /** Requests without an answer since the first one. */
    int lost() {
        return lost;
    }

    @Override
    public void close() {
        line.close();
        source.shutdown();
        driver.deactivate();
    }
}

package io.wattwire.bench;

import io.wattwire.device.link.LinkException;
import io.wattwire.device.session.DeviceSession;
import io.wattwire.device.session.WriteRefused;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Writes another limit for each reading, in a thread of its own as the dynamic limit does, and
 * notes how long after the reading the frame left.
 */
final class LimitWriter {

    private static final double LOW_WATTS = 1_000;
    private static final double HIGH_WATTS = 2_000;

    /** How often a writer without a reading looks whether it is over. */
    private static final long LOOK_UP_MS = 100;

    private final DeviceSession inverter;
    private final BusRecord record;
    private final SynchronousQueue<Long> readings = new SynchronousQueue<>();
    private final List<Double> latencies = new CopyOnWriteArrayList<>();
    private int refusals;
    private final List<String> failures = new CopyOnWriteArrayList<>();

    LimitWriter(DeviceSession inverter, BusRecord record) {
        this.inverter = inverter;
        this.record = record;
    }

    /** A reading has arrived; lost on a writer that is still busy with the one before. */
    void react(long arrivedNanos) {
        readings.offer(arrivedNanos);
    }

    /** The first command, which reads and saves what was there. */
    void first() {
        write(0, HIGH_WATTS);
        latencies.clear();
        failures.clear();
    }

    void run(BooleanSupplier over) {
        try {
            boolean high = true;
            while (!over.getAsBoolean()) {
                Long arrived = readings.poll(LOOK_UP_MS, TimeUnit.MILLISECONDS);
                if (arrived != null) {
                    high = !high;
                    write(arrived, high ? HIGH_WATTS : LOW_WATTS);
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(long arrived, double watts) {
        long before = record.lastLimit();
        try {
            inverter.write("inverter_power_limit", watts);
        } catch (LinkException problem) {
            failures.add(problem.getMessage());
        } catch (WriteRefused tooSoon) {
            refusals++; // two writes met within the register's least interval
        }
        if (record.lastLimit() != before) {
            latencies.add((record.lastLimit() - arrived) / 1e6);
        }
    }

    /** From the arrival of a reading to the limit's frame leaving, ms; when nobody writes. */
    List<Double> latencies() {
        return List.copyOf(latencies);
    }

    /** Rises that the guard refused because they came too soon after the write before. */
    int refusals() {
        return refusals;
    }

    List<String> failures() {
        return List.copyOf(failures);
    }
}

package io.wattwire.driver.solaredge.meter;

import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.server.ModbusFault;
import io.wattwire.device.session.StateStore;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;

/** A WattNode with a source and a clock in the hands of a test. */
final class MeterBench {

    private final StateStore store = StateStore.inMemory();
    private final Executor executor;
    private long clock = 1_000_000_000_000L;
    private EmulatedMeter meter;

    MeterBench() {
        this(Runnable::run);
    }

    MeterBench(Executor executor) {
        this.executor = executor;
        start();
    }

    /** Starts it, also where one was killed: nothing is closed. */
    void start() {
        MeterSettings settings =
                new MeterSettings(
                        MeterKind.WATTNODE,
                        2,
                        987_654,
                        50,
                        0,
                        120,
                        true,
                        Duration.ofMinutes(5),
                        9600);
        meter = new EmulatedMeter(settings, store, () -> clock, executor);
    }

    EmulatedMeter meter() {
        return meter;
    }

    void pass(Duration time) {
        clock += time.toNanos();
    }

    void give(Object... namesAndValues) {
        Map<Quantity, Double> values = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Quantity quantity = Quantities.find((String) namesAndValues[i]).orElseThrow();
            values.put(quantity, ((Number) namesAndValues[i + 1]).doubleValue());
        }
        meter.accept(values);
    }

    /** A float of the WattNode: low word first. */
    float shown(int address) throws ModbusFault {
        int[] words = meter.read(RegisterKind.HOLDING, address, 2);
        return Float.intBitsToFloat(words[1] << 16 | words[0]);
    }
}

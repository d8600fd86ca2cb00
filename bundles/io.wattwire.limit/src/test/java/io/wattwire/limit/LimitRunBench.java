package io.wattwire.limit;

import io.wattwire.device.wire.Gate;
import io.wattwire.limit.law.Readings;
import io.wattwire.limit.law.Slot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.kura.type.TypedValue;
import org.junit.jupiter.api.BeforeEach;

/** A limit whose store, function and ports are together, with a clock that the test moves. */
abstract class LimitRunBench {

    private static final long WALL = 1_800_000_000_000L;

    final Map<String, Object> properties = new HashMap<>();
    final Wires wires = new Wires();
    final ReadingStore<Slot> store = new ReadingStore<>();
    final Gate gate = new Gate();
    final StubGuard guard = new StubGuard();
    final StubWitness witness = new StubWitness();
    final Claims claims = new Claims();
    final List<Set<String>> signs = new ArrayList<>();
    private Configured configured;
    LimitRun run;
    long nowMs;
    long wallMs = WALL;
    private int shown;

    @BeforeEach
    void startsWithDefaults() {
        start();
    }

    void start() {
        configured = Configured.first(properties);
        store.listenTo(configured.sources());
        run =
                new LimitRun(
                        "limit",
                        () -> configured,
                        () -> new Readings(store.samples()),
                        guard,
                        witness,
                        new Claimant(claims, "limit", Set::of, signs::add),
                        new WirePorts(wires),
                        gate,
                        () -> nowMs * 1_000_000,
                        () -> wallMs);
    }

    void change(String key, String value) {
        properties.put(key, value);
        configured = configured.next(properties);
        store.listenTo(configured.sources());
    }

    void pass(long ms) {
        nowMs += ms;
        wallMs += ms;
    }

    void grid(double watts) {
        shown++;
        store.accept(
                Wires.envelope(
                        "meter",
                        "grid_power",
                        watts + shown % 3 / 10.0,
                        "grid_power_timestamp",
                        wallMs),
                nowMs * 1_000_000,
                wallMs);
    }

    void inverter(double watts, double limit) {
        store.accept(
                Wires.envelope(
                        "inverter",
                        "inverter_power",
                        watts,
                        "inverter_power_limit",
                        limit,
                        "inverter_rated_power",
                        4200.0,
                        "inverter_power_limit_min",
                        84.0,
                        "inverter_power_limit_step",
                        42.0),
                nowMs * 1_000_000,
                wallMs);
    }

    double limit() {
        return (Double) status().get("limit").getValue();
    }

    Map<String, TypedValue<?>> status() {
        return wires.status.stream().reduce((first, second) -> second).orElseThrow();
    }

    Object said(String name) {
        return status().get(name).getValue();
    }

    void open(int seconds) {
        inverter(0, 4200);
        run.run();
        for (int i = 0; i < seconds; i++) {
            pass(1000);
            double limit = limit();
            inverter(limit, limit);
            grid(3000 - limit);
            run.run();
        }
    }
}

package io.wattwire.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.wire.Gate;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.kura.type.TypedValue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Store, function and ports together, with a clock that the test moves. */
class LimitRunTest {

    private static final long WALL = 1_800_000_000_000L;
    private static final long DAY_MS = 86_400_000;

    private final Map<String, Object> properties = new HashMap<>();
    private final Wires wires = new Wires();
    private final ReadingStore store = new ReadingStore();
    private final Gate gate = new Gate();
    private Configured configured;
    private LimitRun run;
    private long nowMs;
    private long wallMs = WALL;
    private int shown;

    @BeforeEach
    void startsWithDefaults() {
        start();
    }

    private void start() {
        configured = Configured.first(properties);
        store.listenTo(configured.sources());
        run =
                new LimitRun(
                        "limit",
                        () -> configured,
                        store::readings,
                        new WirePorts(wires),
                        gate,
                        () -> nowMs * 1_000_000,
                        () -> wallMs);
    }

    private void change(String key, String value) {
        properties.put(key, value);
        configured = configured.next(properties);
        store.listenTo(configured.sources());
    }

    private void pass(long ms) {
        nowMs += ms;
        wallMs += ms;
    }

    private void grid(double watts) {
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

    private void inverter(double watts, double limit) {
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

    private double limit() {
        return (Double) status().get("limit").getValue();
    }

    private Map<String, TypedValue<?>> status() {
        return wires.status.stream().reduce((first, second) -> second).orElseThrow();
    }

    private Object said(String name) {
        return status().get(name).getValue();
    }

    private void open(int seconds) {
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

    @Test
    void theStepAfterAGridReadingWrites() {
        open(40);
        assertEquals(2940, limit());
        wires.inverter.clear();
        pass(1000);
        grid(300 - 2940);
        run.run();
        assertEquals(210, Wires.limit(wires.inverter.remove()));
    }

    @Test
    void theCommandIsOneDoubleNamedLikeTheChannel() {
        open(1);
        Map<String, TypedValue<?>> command = wires.inverter.remove();
        assertEquals(1, command.size());
        assertEquals(0.0, command.get("inverter_power_limit").getValue());
    }

    @Test
    void theStatusLooksLikeAnAsset() {
        open(10);
        assertEquals("limit", said("assetName"));
        assertEquals(wallMs, said("assetTimestamp"));
        assertEquals("regulating", said("state"));
        assertEquals("C", said("fail_safe_class"));
        assertTrue(((String) said("fail_safe_note")).startsWith("not fail-safe on loss"));
        assertEquals(0L, said("grid_age_ms"));
        assertEquals("", said("configuration_problem"));
        assertTrue(status().values().stream().allMatch(v -> v.getValue() != null));
    }

    @Test
    void unknownNumbersAreLeftOut() {
        run.run();
        assertFalse(status().containsKey("limit"));
        assertFalse(status().containsKey("wanted_limit"));
        assertFalse(status().containsKey("readback"));
        assertFalse(status().containsKey("grid_age_ms"));
    }

    @Test
    void theStatusComesAtEachChangeAndEachSecond() {
        open(40);
        wires.status.clear();
        for (int i = 0; i < 8; i++) {
            pass(250);
            if (i % 4 == 3) {
                inverter(2940, 2940);
                grid(50);
            }
            run.run();
        }
        assertEquals(2, wires.status.size());
        pass(100);
        grid(-2000);
        run.run();
        assertEquals(3, wires.status.size());
    }

    @Test
    void aRefusedConfigurationKeepsTheLastGoodOneAndSaysWhy() {
        open(40);
        change("grid.stale.s", "soon");
        pass(250);
        run.run();
        assertTrue(((String) said("configuration_problem")).contains("grid.stale.s"));
        assertEquals(2940, limit());
        change("grid.stale.s", "3");
        pass(250);
        run.run();
        assertEquals("", said("configuration_problem"));
    }

    @Test
    void aFirstConfigurationThatIsRefusedIsHeldAtZero() {
        properties.put("allowed.export.w", "3680");
        properties.put("margin.w", "much");
        start();
        open(30);
        assertEquals(0, limit());
        assertEquals(0, Wires.limit(wires.inverter.remove()));
        assertTrue(((String) said("reasons")).contains("configuration is refused"));
    }

    @Test
    void anotherMeterHasToEarnItsTrust() {
        open(40);
        change("grid.source", "meter2/grid_power");
        pass(250);
        run.run();
        assertEquals(0, limit());
        assertEquals("starting", said("state"));
    }

    @Test
    void aWallClockThatJumpsChangesNothing() {
        open(40);
        for (long jump : new long[] {3_600_000, -7_200_000, 3_600_000}) {
            wallMs += jump;
            pass(1000);
            inverter(2940, 2940);
            grid(50);
            run.run();
            assertEquals(2940, limit());
            assertEquals("regulating", said("state"));
        }
    }

    @Test
    void writesAreCountedPerDay() {
        open(40);
        long today = (Long) said("writes_today");
        assertEquals(wires.inverter.size(), today);
        wallMs += DAY_MS;
        pass(1000);
        grid(-2000);
        run.run();
        assertEquals(1L, said("writes_today"));
    }

    @Test
    void delegatedWritesTheExportLimit() {
        properties.put("mode", "delegate");
        properties.put("readback.source", "inverter/grid_export_limit");
        start();
        store.accept(Wires.envelope("inverter", "grid_export_limit", 3680.0), 0, wallMs);
        run.run();
        assertEquals(0.0, wires.inverter.remove().get("grid_export_limit").getValue());
    }

    @Test
    void nothingIsEmittedBehindAShutGate() throws InterruptedException {
        assertTrue(gate.shut(java.time.Duration.ZERO));
        inverter(0, 4200);
        run.run();
        assertTrue(wires.inverter.isEmpty());
        assertTrue(wires.status.isEmpty());
    }
}

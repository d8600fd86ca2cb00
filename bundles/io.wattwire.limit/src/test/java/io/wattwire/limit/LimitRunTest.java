package io.wattwire.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.junit.jupiter.api.Test;

/** Store, function and ports together, with a clock that the test moves. */
class LimitRunTest {

    private static final long WALL = 1_800_000_000_000L;
    private static final long DAY_MS = 86_400_000;

    private final Map<String, Object> properties = new HashMap<>();
    private final Wires wires = new Wires();
    private final ReadingStore<Slot> store = new ReadingStore<>();
    private final Gate gate = new Gate();
    private final StubGuard guard = new StubGuard();
    private final StubWitness witness = new StubWitness();
    private final Claims claims = new Claims();
    private final List<Set<String>> signs = new ArrayList<>();
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
                        () -> new Readings(store.samples()),
                        guard,
                        witness,
                        new Claimant(claims, "limit", Set::of, signs::add),
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
    void inShadowModeNothingIsWrittenAndTheLimitIsToldAllTheSame() {
        properties.put("shadow", "true");
        start();
        inverter(2000, 4200);
        run.run();
        for (int i = 0; i < 40; i++) {
            pass(1000);
            inverter(2000, 4200);
            grid(1000);
            run.run();
        }
        assertTrue(wires.inverter.isEmpty());
        assertEquals(true, said("shadow"));
        assertEquals("regulating", said("state"));
        assertEquals(2940, limit());
        assertEquals(0L, said("writes_today"));
        assertEquals("Configured, not limiting", said("dynamicGenerationStatus"));
    }

    @Test
    void theEndOfShadowModeBeginsAtTheFallBack() {
        properties.put("shadow", "true");
        start();
        open(40);
        assertTrue(wires.inverter.isEmpty());
        change("shadow", "false");
        pass(250);
        run.run();
        assertEquals(0, Wires.limit(wires.inverter.remove()));
    }

    @Test
    void inShadowModeAMissingReadBackStaysMissing() {
        properties.put("shadow", "true");
        properties.put("rated.w", "4200");
        start();
        for (int i = 0; i < 40; i++) {
            pass(1000);
            store.accept(
                    Wires.envelope("inverter", "inverter_power", 1000.0),
                    nowMs * 1_000_000,
                    wallMs);
            grid(1000);
            run.run();
        }
        assertEquals(0, limit());
        assertTrue(((String) said("reasons")).contains("own limit was not read"));
    }

    @Test
    void aLockOutStopsEverythingUntilItIsReset() {
        open(40);
        assertEquals(2940, limit());
        guard.lockedOut = true;
        pass(250);
        run.run();
        assertEquals(0, limit());
        assertTrue(((String) said("reasons")).startsWith("locked out"), (String) said("reasons"));
        open(20);
        assertEquals(0, limit());
        guard.lockedOut = false;
        open(60);
        assertEquals(2940, limit());
    }

    @Test
    void twoInvertersAreWrittenThroughAPortEach() {
        wires.ports = 3;
        properties.put("allowed.export.w", "6000");
        properties.put("rated.w", "4200");
        properties.put("more.inverters", "roof rated=2100 class=A");
        start();
        run.run();
        double first = Wires.limit(wires.inverter.remove());
        double second = Wires.limit(wires.inverter2.remove());
        assertEquals(4000, first);
        assertEquals(2000, second);
        assertEquals(6000.0, said("limit"));
        assertEquals("roof", said("inverter_2_name"));
        assertEquals(2000.0, said("inverter_2_limit"));
        assertEquals("A", said("inverter_2_fail_safe_class"));
        assertEquals("C", said("fail_safe_class"), "the weakest counts");
        assertEquals(2L, said("writes_today"));
        assertEquals(1L, said("inverter_2_writes_today"));
    }

    @Test
    void anotherNumberOfInvertersBeginsAnew() {
        wires.ports = 3;
        open(40);
        change("more.inverters", "roof rated=4200");
        pass(250);
        wires.inverter.clear();
        run.run();
        assertEquals(0, Wires.limit(wires.inverter.remove()));
        assertEquals(0, Wires.limit(wires.inverter2.remove()));
    }

    @Test
    void theNamesOfItsOriginMeanWhatTheyMeantThere() {
        open(40);
        assertEquals("Configured, limiting", said("dynamicGenerationStatus"));
        assertEquals(2940.0, said("dynamicGenerationMaxPower"));
        assertEquals(2940.0, said("dynamicGenerationPowerMax"));
        assertTrue(status().containsKey("dynamicGenerationPower"));
        inverter(10, 2940);
        pass(1000);
        grid(3000);
        run.run();
        assertEquals("PV offline", said("dynamicGenerationStatus"));
    }

    @Test
    void withoutABoundThatBindsItDoesNotLimit() {
        properties.put("allowed.export.w", "10000");
        start();
        open(60);
        assertEquals(4200, limit());
        assertEquals("Configured, not limiting", said("dynamicGenerationStatus"));
    }

    @Test
    void aRefusedFirstConfigurationIsNoneForItsOrigin() {
        properties.put("margin.w", "much");
        start();
        open(2);
        assertEquals("Not Configured", said("dynamicGenerationStatus"));
    }

    @Test
    void theLedgerIsToldWhatDecidesToTheSameAgain() {
        open(10);
        guard.lockedOut = true;
        open(2);
        guard.lockedOut = false;
        change("shadow", "true");
        open(10);
        change("margin.w", "x");
        pass(250);
        run.run();
        assertTrue(witness.seen >= 23, "each evaluation");
        assertEquals(0, witness.differing);
        assertTrue(witness.notes.contains("supervisor: locked out since today"));
        assertTrue(witness.notes.stream().anyMatch(note -> note.startsWith("configuration: ")));
    }

    @Test
    void aCommandedBatteryIsWrittenThroughThePortAfterTheInverters() {
        wires.ports = 3;
        properties.put("battery.role", "control");
        properties.put("battery.source", "battery/battery_power");
        start();
        store.accept(
                Wires.envelope(
                        "battery",
                        "battery_power",
                        0.0,
                        "battery_soc",
                        50.0,
                        "battery_max_charge_power",
                        3000.0,
                        "battery_max_discharge_power",
                        3000.0),
                nowMs * 1_000_000,
                wallMs);
        open(1);
        assertEquals(0.0, wires.inverter2.remove().get("battery_power_setpoint").getValue());
    }

    @Test
    void aScheduleFollowsTheLocalTime() {
        properties.put("allowed.export.w", "2000");
        properties.put("schedule", "00:00 500; 12:00 500");
        start();
        run.run();
        assertTrue(((String) said("reasons")).contains("schedule binds"), (String) said("reasons"));
    }

    @Test
    void nothingIsEmittedBehindAShutGate() throws InterruptedException {
        assertTrue(gate.shut(java.time.Duration.ZERO));
        inverter(0, 4200);
        run.run();
        assertTrue(wires.inverter.isEmpty());
        assertTrue(wires.status.isEmpty());
    }

    @Test
    void itsEndTellsTheFallBackOnceAndNothingAfterIt() {
        open(20);
        assertTrue(limit() > 0);
        wires.inverter.clear();
        run.ending().ask();
        run.run();
        assertEquals(0, Wires.limit(wires.inverter.remove()), "safe without a meter");
        assertTrue(run.ending().over());
        pass(60_000);
        run.run();
        assertTrue(wires.inverter.isEmpty());
    }

    @Test
    void itsEndWritesNothingInShadowMode() {
        properties.put("shadow", "true");
        start();
        open(20);
        run.ending().ask();
        run.run();
        assertTrue(wires.inverter.isEmpty());
    }

    @Test
    void aSecondLimitOfTheSameInverterWritesNothingUntilTheFirstIsGone() {
        Object first = new Object();
        claims.take(first, "other", Set.of("inverter"), 0);
        open(20);
        assertTrue(wires.inverter.isEmpty());
        assertTrue(((String) said("configuration_problem")).contains("other limits inverter"));
        assertEquals("starting", said("state"));
        claims.drop(first);
        open(20);
        assertEquals("", said("configuration_problem"));
        assertFalse(wires.inverter.isEmpty());
    }

    @Test
    void whatItCommandsIsShownToOthersAsLongAsItMay() {
        Object first = new Object();
        claims.take(first, "other", Set.of("inverter"), 0);
        open(5);
        assertEquals(Set.of(), signs.get(signs.size() - 1), "nothing of a refused one");
        claims.drop(first);
        open(5);
        assertEquals(Set.of("inverter/inverter_power_limit"), signs.get(signs.size() - 1));
        change("shadow", "true");
        open(5);
        assertEquals(Set.of(), signs.get(signs.size() - 1), "nothing in shadow mode");
    }

    @Test
    void aSecondLimitDoesNotEvenEndWithAWrite() {
        claims.take(new Object(), "other", Set.of("inverter"), 0);
        open(5);
        run.ending().ask();
        run.run();
        assertTrue(wires.inverter.isEmpty());
    }

    @Test
    void oneThatMayCommandAgainBeginsAtTheFallBack() {
        open(20);
        double opened = limit();
        Object stricter = new Object();
        claims.take(stricter, "other", Set.of("inverter"), -100);
        open(5);
        wires.inverter.clear();
        open(5);
        assertTrue(opened > 0 && wires.inverter.isEmpty());
        claims.drop(stricter);
        open(3);
        assertEquals(0, Wires.limit(wires.inverter.remove()));
    }
}

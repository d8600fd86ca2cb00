package io.wattwire.limit.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A device with a limit at the grid point: set once, read back, watched. */
class DelegationTest {

    private Bench bench;

    @BeforeEach
    void delegated() {
        bench = new Bench().settings(settings("500"));
        bench.lay(Input.STEP, 1);
    }

    private static LimitSettings settings(String allowed) {
        return Choice.of(
                Map.of(
                        "mode", "delegate",
                        "readback.source", "inverter/grid_export_limit",
                        "allowed.export.w", allowed));
    }

    private void second(double gridW, double readBackW) {
        bench.wait(1.0)
                .lay(Input.GRID, gridW + bench.nowS % 7 / 10)
                .lay(Input.READ_BACK, readBackW);
        bench.step();
    }

    @Test
    void isNotWrittenBlindly() {
        for (int i = 0; i < 100; i++) {
            assertFalse(bench.wait(1.0).step().emit());
        }
    }

    @Test
    void isNotWrittenWhenTheDeviceAlreadyHasIt() {
        for (int i = 0; i < 100; i++) {
            second(0, 500);
            assertFalse(bench.decision.emit());
        }
        assertEquals(Phase.DELEGATED, bench.unit().phase());
        assertEquals(500, bench.limitW());
    }

    @Test
    void isLoweredAtOnceAndOnlyOnce() {
        second(0, 3680);
        assertTrue(bench.decision.emit());
        assertEquals(500, bench.limitW());
        for (int i = 0; i < 100; i++) {
            second(0, 500);
            assertFalse(bench.decision.emit());
        }
        assertEquals(Phase.DELEGATED, bench.unit().phase());
    }

    @Test
    void isRaisedOnlyAfterThreeGoodReadings() {
        second(0, 0);
        second(0, 0);
        assertFalse(bench.decision.emit());
        second(0, 0);
        assertTrue(bench.decision.emit());
        assertEquals(500, bench.limitW());
    }

    @Test
    void isWrittenSeldomWhenTheDeviceDoesNotTakeIt() {
        for (int i = 0; i < 3600; i++) {
            second(0, 3680);
        }
        assertEquals(Phase.ALARM, bench.unit().phase());
        long writes = bench.unit().emission().count();
        assertTrue(writes >= 4 && writes <= 6, writes + " writes into flash in an hour");
    }

    @Test
    void isSetAgainWhenTheDeviceForgot() {
        second(0, 500);
        second(0, 500);
        second(0, 3680);
        assertTrue(bench.decision.emit());
    }

    @Test
    void aDeviceThatExportsTooMuchForAMinuteIsAnAlarm() {
        for (int i = 0; i < 59; i++) {
            second(-1000, 500);
        }
        assertEquals(Phase.DELEGATED, bench.unit().phase());
        for (int i = 0; i < 5; i++) {
            second(-1000, 500);
        }
        assertEquals(Phase.ALARM, bench.unit().phase());
        assertTrue(bench.decision.reasons().contains(Reason.DELEGATE_EXCEEDS));
    }

    @Test
    void aSilentMeterIsSaid() {
        second(0, 500);
        bench.wait(4.0).step();
        assertTrue(bench.decision.reasons().contains(Reason.GRID_STALE));
        assertFalse(bench.decision.emit());
    }

    @Test
    void aRefusedConfigurationWritesNothing() {
        bench.settings(Choice.refused(Map.of("mode", "delegate")));
        second(0, 3680);
        assertFalse(bench.decision.emit());
    }
}

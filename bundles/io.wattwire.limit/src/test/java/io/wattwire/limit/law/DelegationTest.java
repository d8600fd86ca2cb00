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

    private boolean says(Reason reason) {
        return bench.decision.reasons().contains(reason);
    }

    @Test
    void whatTheDeviceRoundsToItsStepAgrees() {
        for (double said : new double[] {500.5, 500, 499, 498.5}) {
            bench = new Bench().settings(settings("500"));
            bench.lay(Input.STEP, 1);
            second(0, said);
            assertEquals(Phase.DELEGATED, bench.unit().phase(), said + " W");
            assertFalse(says(Reason.OPENING));
        }
        for (double said : new double[] {500.6, 498.4}) {
            bench = new Bench().settings(settings("500"));
            bench.lay(Input.STEP, 1);
            second(0, said);
            assertEquals(Phase.STARTING, bench.unit().phase(), said + " W");
            assertTrue(says(Reason.OPENING));
        }
    }

    @Test
    void aLowerValueThanWasSetIsStillALimit() {
        second(0, 500);
        second(0, 300);
        assertEquals(Phase.DELEGATED, bench.unit().phase());
        assertFalse(says(Reason.OPENING));
        assertFalse(bench.decision.emit(), "the device may have a reason of its own");
        second(0, 3680);
        assertEquals(Phase.STARTING, bench.unit().phase(), "and a higher one is none");
    }

    @Test
    void hasTwoCyclesToTakeWhatItWasTold() {
        second(0, 3680);
        second(0, 3680);
        assertFalse(says(Reason.READ_BACK_ABOVE), "it may have been read before it took it");
        second(0, 3680);
        assertTrue(says(Reason.READ_BACK_ABOVE));
    }

    @Test
    void oneThatIsNotReadAnyMoreKeepsItsLimitAndIsNoAlarm() {
        second(0, 500);
        for (int i = 0; i < 31; i++) {
            bench.wait(1.0).lay(Input.GRID, i % 7).step();
        }
        assertTrue(says(Reason.READ_BACK_STALE));
        assertEquals(Phase.DELEGATED, bench.unit().phase());
        assertFalse(bench.decision.emit());
    }

    @Test
    void isNotRaisedOnTheWordOfAMeterThatDoesNotMove() {
        second(0, 500);
        for (int i = 0; i < 40; i++) {
            bench.wait(1.0).lay(Input.GRID, 80).lay(Input.READ_BACK, 500).step();
        }
        assertTrue(says(Reason.GRID_FROZEN));
        bench.settings(settings("800"));
        for (int i = 0; i < 10; i++) {
            bench.wait(1.0).lay(Input.GRID, 80).lay(Input.READ_BACK, 500).step();
            assertFalse(bench.decision.emit());
        }
        second(1, 500);
        second(1, 500);
        assertFalse(bench.decision.emit());
        second(1, 500);
        assertTrue(bench.decision.emit());
        assertEquals(800, bench.limitW());
    }

    @Test
    void isRaisedTwentyTimesADayAtMost() {
        second(0, 3680);
        second(0, 500);
        bench.settings(settings("800"));
        for (int i = 2; i < 4320; i++) {
            second(0, 500);
            assertFalse(bench.decision.emit(), "after " + i + " s");
        }
        second(0, 500);
        assertTrue(bench.decision.emit());
        bench.settings(settings("600"));
        second(0, 800);
        assertTrue(bench.decision.emit(), "and lowered whenever it has to be");
        assertEquals(600, bench.limitW());
    }
}

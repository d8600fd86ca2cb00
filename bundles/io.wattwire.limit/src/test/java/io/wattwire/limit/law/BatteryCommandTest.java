package io.wattwire.limit.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/**
 * The set-point of a battery of 2 kW either way, step by step. It aims at 50 W of import: margin
 * and dead band.
 */
class BatteryCommandTest {

    private final Bench bench = new Bench().set("battery.commanded", 1);
    private double canGiveW = 2000;

    private double grid(double gridW, double batteryW) {
        lay(batteryW);
        bench.lay(Input.GRID, gridW).step();
        return setpoint();
    }

    private void lay(double batteryW) {
        bench.lay(Input.BATTERY, batteryW).lay(Input.BATTERY_SOC, 50);
        bench.lay(Input.BATTERY_MAX_CHARGE, 2000).lay(Input.BATTERY_MAX_DISCHARGE, canGiveW);
    }

    private double setpoint() {
        return bench.state.battery().setpointW();
    }

    /** Trusted, at 1050 W, and nothing to do. */
    private void charging() {
        bench.wait(1.0);
        grid(-1000, 0);
        for (int i = 0; i < 5; i++) {
            bench.wait(1.0);
            assertEquals(1050, grid(50 + i % 2, 1050));
        }
    }

    @Test
    void takesTheSurplusAtOnceAndALittleMore() {
        assertEquals(1050, grid(-1000, 0));
        assertTrue(bench.decision.battery().emit());
    }

    @Test
    void takesNoMoreThanItCan() {
        assertEquals(2000, grid(-7000, 0));
    }

    @Test
    void aNegativeBoundIsAnImportThatItLeaves() {
        bench.set("allowed.export.w", -500);
        assertEquals(1550, grid(-1000, 0));
    }

    @Test
    void anExportThatIsAllowedIsNoReasonToTakeLess() {
        bench.set("allowed.export.w", 800);
        assertEquals(1050, grid(-1000, 0));
    }

    @Test
    void leavesWhatIsWithinTheDeadBandAlone() {
        charging();
        assertEquals(1050, grid(20, 1050), "30 W more");
        bench.wait(1.0);
        assertEquals(1050, grid(80, 1050), "30 W less");
        bench.wait(1.0);
        assertEquals(1081, grid(19, 1050));
        bench.wait(1.0);
        assertEquals(1050, grid(81, 1081), "31 W less");
    }

    @Test
    void givesUpATenthOfItsRangePerSecond() {
        charging();
        bench.wait(0.25).step();
        grid(-50, 1050);
        assertEquals(1150, setpoint(), "changed just now");
        bench.wait(1.0);
        assertEquals(750, grid(1150, 1150));
        bench.wait(1.25);
        assertEquals(250, grid(850, 750));
        bench.wait(1.0);
        assertEquals(-50, grid(350, 250), "and no further than to the aim");
    }

    @Test
    void afterALongGapNoMoreThanTwoSecondsAreMadeUpFor() {
        charging();
        assertEquals(250, grid(1900, 1050), "800 W");
    }

    @Test
    void doesNotFallAgainRightAfterAWrite() {
        charging();
        bench.wait(0.5);
        assertEquals(1150, grid(-50, 1050));
        bench.wait(0.5);
        assertEquals(1150, grid(1150, 1150));
        bench.wait(0.5);
        assertEquals(750, grid(1150, 1150));
    }

    @Test
    void takesLessOnlyAfterThreeGoodReadings() {
        grid(-1000, 0);
        bench.wait(1.0);
        assertEquals(1050, grid(900, 1050));
        bench.wait(1.0);
        assertEquals(250, grid(901, 1050), "the third");
    }

    @Test
    void anOldPowerLacksWhatItWasToldSince() {
        charging();
        lay(400);
        bench.wait(1.0).lay(Input.GRID, -100).step();
        assertEquals(1200, setpoint(), "1050 + 100 + 50, and not 400 + 100 + 50");
        bench.wait(1.0);
        assertEquals(1150, grid(-100, 1000), "its own power of now counts");
        lay(1150);
        bench.wait(1.0).lay(Input.GRID, 900).step();
        assertEquals(1150, setpoint(), "but it takes no less on the word of an old one");
    }

    @Test
    void withoutANewReadingItStaysAsItIs() {
        charging();
        lay(0);
        bench.wait(0.5).step();
        assertEquals(1050, setpoint());
        assertFalse(bench.decision.battery().emit());
    }

    @Test
    void doesNotFallWhileTheMeterIsInDoubt() {
        charging();
        bench.wait(1.0);
        bench.lay(Input.BATTERY, 1050).lay(Input.GRID, Double.NaN).step();
        assertEquals(1050, setpoint());
        bench.wait(1.0).lay(Input.CONNECTED, 0);
        assertEquals(1050, grid(0, 1050), "an island: it goes on for a while");
    }

    @Test
    void withoutAMeterItChargesOnForHalfAMinute() {
        charging();
        bench.wait(4.0).step();
        assertEquals(1050, setpoint());
        // the last evaluation with trust was 4 s ago
        bench.wait(25.75).step();
        assertEquals(1050, setpoint());
        bench.wait(0.25).step();
        assertEquals(0, setpoint());
    }

    @Test
    void oneThatCanGiveNothingIsToldZeroWithoutASign() {
        canGiveW = 0;
        for (int i = 0; i < 6; i++) {
            grid(900 + i, 0);
            bench.wait(1.0);
        }
        assertEquals("0.0", Double.toString(setpoint()));
    }

    @Test
    void theFirstSetpointIsToldAlsoWhenItIsZero() {
        grid(40, 0);
        assertTrue(bench.decision.battery().emit());
        bench.wait(19.75);
        grid(40, 0);
        assertFalse(bench.decision.battery().emit());
        bench.wait(0.25);
        grid(40, 0);
        assertTrue(bench.decision.battery().emit(), "and again after the keep-alive");
    }
}

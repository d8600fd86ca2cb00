package io.wattwire.limit.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** A connection with three phases, each of them bounded. */
class PhasesTest {

    private static final Input[] GRIDS = {Input.GRID_L1, Input.GRID_L2, Input.GRID_L3};

    private final double[] loadsW = {1500, 900, 600};
    private final int[] phaseOf;
    private final Yard yard;

    PhasesTest() {
        phaseOf = new int[] {0, 2};
        yard = new Yard(1);
    }

    private double gridW(Yard site, int phase) {
        double grid = loadsW[phase];
        for (int i = 0; i < site.inverters; i++) {
            double share = phaseOf[i] == 0 ? 1.0 / 3 : phaseOf[i] == phase + 1 ? 1 : 0;
            grid -= site.obeyedW[i] * share;
        }
        return grid;
    }

    private void run(Yard site, int seconds) {
        for (int i = 0; i < seconds; i++) {
            site.nowS += 1;
            for (int phase = 0; phase < 3; phase++) {
                site.lay(GRIDS[phase], gridW(site, phase));
            }
            site.nowS -= 1;
            site.second();
        }
    }

    @Test
    void theSumLetsOnePhaseExportForAnother() {
        run(yard, 60);
        assertEquals(2960, yard.limitW(1), 40);
        assertTrue(gridW(yard, 2) < -300);
    }

    @Test
    void theWorstPhaseBindsAnInverterOnAllThree() {
        yard.set("phases", "worst");
        run(yard, 60);
        assertEquals(3 * (600 - 20 / 3.0), yard.limitW(1), 40);
        for (int phase = 0; phase < 3; phase++) {
            assertTrue(gridW(yard, phase) >= 0);
        }
    }

    @Test
    void anInverterOnOnePhaseTakesWhatIsLeftThere() {
        Yard two = new Yard(2).set("phases", "worst").set("phase.2", 2);
        run(two, 300);
        for (int phase = 0; phase < 3; phase++) {
            assertTrue(gridW(two, phase) >= 0, "phase " + phase);
        }
        assertTrue(two.limitW(1) > 900, () -> "" + two.limitW(1));
        assertTrue(two.limitW(2) > 200, () -> "" + two.limitW(2));
    }

    @Test
    void aPhaseThatIsNotMeasuredClosesTheLimit() {
        yard.set("phases", "worst");
        run(yard, 60);
        yard.run(4);
        assertEquals(0, yard.limitW(1));
        assertTrue(yard.decision.reasons().contains(Reason.GRID_STALE));
    }

    @Test
    void aPhaseWithoutLoadIsNotFrozen() {
        yard.set("phases", "worst").set("allowed.export.w", 900);
        loadsW[2] = 0;
        yard.sunW[0] = 0;
        run(yard, 100);
        assertEquals(Phase.REGULATING, yard.state.unit(1).phase());
    }
}

package io.wattwire.limit.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** A meter whose reading leaps has to answer to the inverter. */
class ProofTest {

    private static final double OPEN_AT_3_KW = 2940;

    private final Bench bench = Bench.open();

    private boolean says(Reason reason) {
        return bench.decision.reasons().contains(reason);
    }

    private void second(double gridW, double inverterW) {
        look(bench, gridW, inverterW);
    }

    /** What a reading tells of the meter is judged when the limit is looked at next. */
    private static void look(Bench bench, double gridW, double inverterW) {
        bench.wait(0.75).measure(gridW, inverterW).step();
        bench.wait(0.25).step();
    }

    @Test
    void aLeapThatAReversedMeterCouldShowIsAnsweredWithALittleLess() {
        second(2000, OPEN_AT_3_KW);
        assertTrue(says(Reason.GRID_LEAPT));
        assertEquals(2604, bench.limitW(), "2940 less 8 % of 4200, in whole steps");
    }

    @Test
    void aMeterThatAnswersLetsTheLimitRise() {
        second(2000, OPEN_AT_3_KW);
        second(2336, 2604);
        assertFalse(says(Reason.GRID_LEAPT));
        second(2336, 2604);
        second(2336, 2604);
        assertTrue(bench.limitW() > OPEN_AT_3_KW, "" + bench.limitW());
    }

    @Test
    void aMeterThatAnswersTheWrongWayClosesTheLimit() {
        second(2640, OPEN_AT_3_KW);
        second(2304, 2604);
        assertTrue(says(Reason.GRID_CONTRADICTS));
        assertEquals(0, bench.limitW());
        assertEquals(Phase.FALL_BACK, bench.unit().phase());
    }

    @Test
    void aLoadThatComesAtTheSameTimeIsForgottenAsSoonAsTheMeterAnswers() {
        second(2640, OPEN_AT_3_KW);
        second(2304, 2604); // a load of 672 W went just then
        assertEquals(0, bench.limitW());
        second(2304 + 2604, 0);
        assertFalse(says(Reason.GRID_CONTRADICTS));
        for (int i = 0; i < 9; i++) {
            second(4908 - bench.limitW(), bench.limitW());
        }
        assertTrue(bench.limitW() > 1500, "" + bench.limitW());
    }

    @Test
    void aMeterThatShowsAnythingNeverLetsTheLimitRise() {
        Random random = new Random(3);
        second(-5000, OPEN_AT_3_KW);
        for (int i = 0; i < 2000; i++) {
            second(random.nextInt(40_000) - 20_000, bench.limitW());
            assertTrue(bench.limitW() <= 420, "after " + i + " s: " + bench.limitW());
        }
    }

    @Test
    void aMeterThatLeapsAgainAndAgainIsBelievedOnceItIsCalm() {
        bench.steady(30, 300, 0);
        second(2000, 0);
        assertFalse(says(Reason.GRID_LEAPT));
        second(300, 0);
        for (int i = 0; i < 3; i++) {
            assertTrue(says(Reason.GRID_LEAPT));
            second(300, 0);
        }
        second(300, 0);
        assertFalse(says(Reason.GRID_LEAPT));
    }

    @Test
    void moreImportThanAReversedMeterCouldShowIsALoad() {
        Bench small = new Bench().openAt(300);
        double low = small.limitW();
        for (int i = 0; i < 3; i++) {
            assertEquals(low, small.limitW());
            look(small, 3000 - low, low);
            assertFalse(small.decision.reasons().contains(Reason.GRID_LEAPT));
        }
        assertTrue(small.limitW() > low, "after the usual delay");
    }

    @Test
    void besideABatteryNoLeapIsDoubted() {
        bench.lay(Input.BATTERY, 0);
        second(2000, OPEN_AT_3_KW);
        assertFalse(says(Reason.GRID_LEAPT), "its own loop answers before the meter does");
        assertEquals(OPEN_AT_3_KW, bench.limitW());
    }

    @Test
    void itIsAskedOnceForALeap() {
        second(2000, OPEN_AT_3_KW);
        bench.step();
        bench.wait(0.25).step();
        second(2000, OPEN_AT_3_KW);
        assertEquals(2604, bench.limitW());
    }

    @Test
    void noInverterIsStoppedToFindOut() {
        bench.lay(Input.MINIMUM, 2800);
        second(2000, OPEN_AT_3_KW);
        assertTrue(says(Reason.GRID_LEAPT));
        assertEquals(2814, bench.limitW(), "the first step above its minimum");
    }

    @Test
    void oneThatTheCloudsHoldIsNotAsked() {
        bench.steady(10, 900, 2000);
        double limit = bench.limitW();
        second(2400, 2000);
        assertTrue(says(Reason.GRID_LEAPT));
        assertTrue(bench.limitW() >= limit);
    }
}

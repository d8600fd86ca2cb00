package io.wattwire.limit.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How a limit opens, rises, and what is said about it. */
class RegulationTest {

    private static final double OPEN_AT_3_KW = 2940;

    private static boolean says(Bench bench, Reason reason) {
        return bench.decision.reasons().contains(reason);
    }

    @Test
    void readingsOfTheMeterCountOnlyWhenNothingElseIsMissing() {
        Bench bench = new Bench();
        bench.step();
        for (int i = 0; i < 5; i++) {
            bench.wait(1.0).lay(Input.GRID, 3000 + i).lay(Input.READ_BACK, 0).step();
        }
        assertTrue(says(bench, Reason.INVERTER_MISSING));
        bench.steady(2, 3000, 0);
        assertEquals(Phase.STARTING, bench.unit().phase());
        bench.steady(1, 3000, 0);
        assertEquals(Phase.REGULATING, bench.unit().phase());
    }

    @Test
    void roomThatWasThereWhileItWasClosedIsNotWaitedForAgain() {
        Bench bench = new Bench();
        bench.step();
        for (int i = 0; i < 4; i++) {
            bench.wait(0.75).measure(3000, 0).step();
            if (i < 3) {
                assertEquals(0, bench.limitW());
                bench.wait(0.25).step();
            }
        }
        assertEquals(840, bench.limitW(), "at the first reading after it has opened");
    }

    @Test
    void aLateReadingInExcessClosesItToTheFallBackNotBelow() {
        Bench bench = new Bench().set("allowed.export.w", 500).openAt(3000);
        double open = bench.limitW();
        bench.wait(1.0).measure(1500 - open, open).step();
        assertEquals(1932, bench.limitW(), "1500 + 500 - 20 less one step, in whole steps");
        bench.wait(1.6).step();
        assertEquals(462, bench.limitW(), "500 in whole steps");
    }

    @Test
    void theWayUpToTheMinimumIsNotDivided() {
        Bench bench = new Bench();
        bench.lay(Input.MINIMUM, 2100).step();
        double before = 0;
        for (int i = 0; i < 6 && before == 0; i++) {
            bench.steady(1, 3000, 0);
            before = bench.limitW();
        }
        assertEquals(2100, before);
        bench.steady(1, 900, 2100);
        assertEquals(2520, bench.limitW(), "from there on it rises as ever");
    }

    @Test
    void aStepThatTakesLongerIsSavedUpFor() {
        Bench bench = new Bench();
        bench.lay(Input.STEP, 1050).lay(Input.MINIMUM, 0).step();
        double[] limits = new double[12];
        for (int i = 0; i < limits.length; i++) {
            double power = bench.limitW();
            bench.steady(1, 3000 - power, power);
            limits[i] = bench.limitW();
        }
        assertEquals(2100, limits[11]);
        int first = Arrays.binarySearch(limits, 1);
        assertTrue(limits[-first - 1] == 1050 && limits[-first] == 1050, Arrays.toString(limits));
    }

    @Test
    void aSecondRiseWaitsForASampleOfTheInverterFromAfterTheFirst() {
        Bench bench = Bench.open();
        bench.wait(1.0).measure(300 - OPEN_AT_3_KW, OPEN_AT_3_KW).step();
        bench.steady(3, 90, 210);
        double low = bench.limitW();
        bench.wait(1.0).measure(2790, low).step();
        Set<Double> limits = new HashSet<>();
        for (int i = 0; i < 8; i++) {
            bench.wait(1.0).lay(Input.GRID, 2790 + i % 2).step();
            limits.add(bench.limitW());
        }
        limits.remove(low);
        assertEquals(1, limits.size(), limits::toString);
        double once = bench.limitW();
        bench.wait(1.0).measure(2790, low).step();
        assertTrue(bench.limitW() > once);
    }

    @Test
    void isAboveItsLimitFromFiftyWattsOn() {
        Bench bench = Bench.open();
        bench.wait(1.0).measure(60, OPEN_AT_3_KW + 50).step();
        assertFalse(says(bench, Reason.ABOVE_LIMIT));
        bench.wait(1.0).measure(60, OPEN_AT_3_KW + 51).step();
        assertTrue(says(bench, Reason.ABOVE_LIMIT));
    }

    @Test
    void andWithWiderStepsFromOneStepOn() {
        Bench bench = new Bench();
        bench.lay(Input.STEP, 210);
        bench.openAt(3000);
        double limit = bench.limitW();
        bench.wait(1.0).measure(60, limit + 210).step();
        assertFalse(says(bench, Reason.ABOVE_LIMIT));
        bench.wait(1.0).measure(60, limit + 211).step();
        assertTrue(says(bench, Reason.ABOVE_LIMIT));
    }

    @Test
    void withoutAMinimumNothingStopsBelowIt() {
        Bench bench = new Bench();
        bench.lay(Input.MINIMUM, 0).step();
        assertEquals(0, bench.limitW());
        assertFalse(says(bench, Reason.STOPPED_BELOW_MINIMUM));
        assertFalse(says(bench, Reason.HELD_AT_MINIMUM));
        assertFalse(says(bench, Reason.CAP_BINDS));
    }

    @Test
    void whereACapIsBelowTheMinimumItIsStoppedThoughItShouldHold() {
        Bench bench = new Bench().set("below.minimum", "hold").set("installer.cap.w", 50);
        bench.step();
        assertEquals(0, bench.limitW());
        assertTrue(says(bench, Reason.STOPPED_BELOW_MINIMUM));
        assertFalse(says(bench, Reason.HELD_AT_MINIMUM));
    }

    /** Writes while the inverter goes towards its limit by a share of the way in each period. */
    private static long writes(double loadW, double periodS, double share, int periods) {
        Bench bench = Bench.open();
        bench.wait(1.0).measure(loadW - OPEN_AT_3_KW, OPEN_AT_3_KW).step();
        long told = bench.unit().emission().count();
        double limit = bench.limitW();
        double power = OPEN_AT_3_KW;
        for (int i = 0; i < periods; i++) {
            power -= share * (power - limit);
            bench.wait(periodS).measure(loadW - power, power).step();
            assertTrue(says(bench, Reason.EXCESS));
        }
        return bench.unit().emission().count() - told;
    }

    @Test
    void oneOnItsWayIsNotToldAgain() {
        assertEquals(1, writes(300, 1, 0.03, 15), "the step that was one too many");
        assertEquals(1, writes(300, 1.25, 0.03, 12), "2.5 % in this time");
        assertEquals(1, writes(2500, 1, 0.03, 14), "a short way takes few watts");
    }

    @Test
    void oneThatHardlyMovesIsToldAgainEveryFiveSeconds() {
        assertTrue(writes(300, 1, 0.01, 15) >= 3);
        assertTrue(writes(300, 1.25, 0.022, 12) >= 3, "2.5 % would be enough in this time");
    }

    @Test
    void eachReasonSaysSomethingElse() {
        Set<String> texts = new HashSet<>();
        for (Reason reason : Reason.values()) {
            assertFalse(reason.text().isBlank());
            assertTrue(texts.add(reason.text()), reason.text());
        }
    }

    @Test
    void eachInputOfEachInverterIsFoundAtOnce() {
        Set<Integer> hashes = new HashSet<>();
        int slots = 0;
        for (Input input : Input.values()) {
            for (int unit = 0; unit <= 4; unit++) {
                if (input.ofSite() == (unit == 0)) {
                    hashes.add(new Slot(input, unit).hashCode());
                    slots++;
                }
            }
        }
        assertEquals(slots, hashes.size());
    }
}

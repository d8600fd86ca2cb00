package io.wattwire.limit.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which sample of the inverter is judged with which one of the meter. */
class PairsTest {

    private static final double OPEN_AT_3_KW = 2940;

    private final Bench bench = Bench.open();

    @Test
    void anInverterThatIsReadJustAfterTheMeterIsJudgedWithIt() {
        bench.wait(1.0).lay(Input.GRID, 100).step();
        assertEquals(OPEN_AT_3_KW, bench.limitW());
        bench.wait(0.5).lay(Input.INVERTER, 200).step();
        assertEquals(210, bench.limitW(), "200 + 100 - 20 less one step, in whole steps");
    }

    @Test
    void oneThatIsReadMuchLaterWaitsForTheNextReadingOfTheMeter() {
        bench.wait(1.0).lay(Input.GRID, 100).step();
        bench.wait(0.7).lay(Input.INVERTER, 200).step();
        assertEquals(OPEN_AT_3_KW, bench.limitW());
    }

    @Test
    void onlyTheFirstSampleAfterTheMetersIsJudged() {
        bench.wait(1.0).lay(Input.GRID, 100).step();
        bench.wait(0.2).lay(Input.INVERTER, OPEN_AT_3_KW).step();
        bench.wait(0.2).lay(Input.INVERTER, 200).step();
        assertEquals(OPEN_AT_3_KW, bench.limitW());
    }

    @Test
    void aPairThatArrivesWhenTheMeterIsLateIsNoNews() {
        bench.wait(1.0).lay(Input.GRID, 100).step();
        bench.wait(1.6).layTaken(Input.INVERTER, 200, bench.nowS - 1.4).step();
        assertTrue(bench.decision.reasons().contains(Reason.GRID_LATE));
        assertEquals(OPEN_AT_3_KW, bench.limitW());
    }

    @Test
    void cutOffFromTheGridNoReadingIsNews() {
        bench.wait(1.0).lay(Input.CONNECTED, 0).measure(0, 200).step();
        assertTrue(bench.decision.reasons().contains(Reason.ISLANDED));
        assertEquals(OPEN_AT_3_KW, bench.limitW());
    }

    /** How much a limit has risen with the meter's readings alone, the inverter read before. */
    private static double risenOnTheMetersReading(double behindS, double pauseS) {
        Bench bench = Bench.open();
        bench.wait(1.0).measure(300 - OPEN_AT_3_KW, OPEN_AT_3_KW).step();
        bench.steady(2, 90, 210);
        double risen = 0;
        for (int i = 0; i < 6; i++) {
            double power = Math.min(210, bench.limitW());
            bench.wait(pauseS).lay(Input.INVERTER, power).lay(Input.READ_BACK, bench.limitW());
            bench.step();
            double before = bench.limitW();
            bench.wait(behindS).lay(Input.GRID, 3000 + i).step();
            risen += bench.limitW() - before;
        }
        return risen;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 0.59})
    void aLimitRisesWithTheMeterWhenTheInverterWasReadJustBefore(double behindS) {
        assertTrue(risenOnTheMetersReading(behindS, 1 - behindS) > 400);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.61, 0.8, 0.95})
    void itWaitsForTheInvertersNextSampleWhenThatIsDueSoon(double behindS) {
        assertEquals(0, risenOnTheMetersReading(behindS, 1 - behindS));
    }

    @Test
    void itDoesNotWaitForAnInverterThatIsReadSeldom() {
        assertTrue(risenOnTheMetersReading(1.6, 0.1) > 400);
    }
}

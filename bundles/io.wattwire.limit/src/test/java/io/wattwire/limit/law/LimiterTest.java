package io.wattwire.limit.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimiterTest {

    private static final double OPEN_AT_3_KW = 2940;

    @Test
    void startsAtTheFallBackBeforeAnyReading() {
        Bench bench = new Bench().set("allowed.export.w", "500");
        assertTrue(bench.step().emit());
        assertEquals(462, bench.limitW(), "11 steps of 42 W");
        assertEquals(Phase.STARTING, bench.unit().phase());
    }

    @Test
    void asksForTheFiguresFirstButNotForEver() {
        Bench bench = new Bench();
        bench.lay(Input.RATED, Double.NaN);
        assertFalse(bench.step().emit(), "the minimum may be in the same record");
        assertTrue(bench.wait(3.1).step().emit());
        assertEquals(0, bench.limitW());
        assertTrue(bench.decision.reasons().contains(Reason.FIGURES_UNKNOWN));
    }

    @Test
    void opensAfterThreeGoodReadingsAndAReadBack() {
        Bench bench = new Bench();
        bench.step();
        bench.steady(2, 3000, 0);
        assertEquals(Phase.STARTING, bench.unit().phase());
        assertTrue(bench.decision.reasons().contains(Reason.OPENING));
        bench.steady(1, 3000, 0);
        assertEquals(Phase.REGULATING, bench.unit().phase());
        assertEquals(0, bench.limitW(), "opening alone raises nothing");
        bench.steady(1, 3000, 0);
        assertEquals(840, bench.limitW(), "two seconds of 10 % each, as there was room all along");
    }

    @Test
    void staysClosedWithoutAReadBack() {
        Bench bench = new Bench();
        bench.step();
        for (int i = 0; i < 20; i++) {
            bench.wait(1.0).lay(Input.GRID, 3000 + i).lay(Input.INVERTER, 0).step();
        }
        assertEquals(0, bench.limitW());
        assertTrue(bench.decision.reasons().contains(Reason.READ_BACK_MISSING));
    }

    @Test
    void aReadBackFromBeforeTheCommandDoesNotOpen() {
        Bench bench = new Bench();
        bench.layTaken(Input.READ_BACK, 0, bench.nowS - 1).step();
        for (int i = 0; i < 10; i++) {
            bench.wait(1.0).lay(Input.GRID, 3000 + i).lay(Input.INVERTER, 0).step();
        }
        assertEquals(Phase.STARTING, bench.unit().phase());
    }

    @Test
    void leavesLessThanOneStepAndTheMarginUnused() {
        assertEquals(OPEN_AT_3_KW, Bench.open().limitW());
    }

    @Test
    void fallsAtOnceWithOneStepMore() {
        Bench bench = Bench.open();
        bench.wait(1.0).measure(300 - OPEN_AT_3_KW, OPEN_AT_3_KW).step();
        assertTrue(bench.decision.emit());
        assertEquals(210, bench.limitW(), "300 less 20 margin is 6 steps, and one more");
    }

    @Test
    void fallsOnTheGridReadingEvenWhenTheInvertersIsOld() {
        Bench bench = Bench.open();
        bench.wait(1.0).lay(Input.GRID, 300 - OPEN_AT_3_KW).step();
        assertEquals(210, bench.limitW());
    }

    @Test
    void countsOldInverterPowerOnlyUpToTheLimit() {
        Bench bench = Bench.open();
        bench.wait(1.0).measure(300 - OPEN_AT_3_KW, OPEN_AT_3_KW).step();
        // the grid has improved, the inverter's sample is still the one from before the cut
        bench.wait(1.0).lay(Input.GRID, -100).step();
        assertTrue(bench.unit().wantedW() <= 210 - 100, "not 2940 - 100");
        assertEquals(0, bench.limitW());
    }

    @Test
    void risesAtMostATenthOfTheRatedPowerPerSecond() {
        Bench bench = Bench.open();
        bench.wait(1.0).measure(300 - OPEN_AT_3_KW, OPEN_AT_3_KW).step();
        double low = bench.limitW();
        double before = bench.nowS;
        for (int i = 0; i < 10; i++) {
            double generated = bench.limitW();
            bench.wait(1.0).measure(4000 - generated, generated).step();
            assertTrue(bench.limitW() <= low + 420 * (bench.nowS - before) + 1e-6);
        }
        assertTrue(bench.limitW() > 3000);
    }

    @Test
    void ignoresRoomThatLastsLessThanTwoSeconds() {
        Bench bench = Bench.open();
        for (int i = 0; i < 20; i++) {
            double load = i % 2 == 0 ? 4000 : 3000;
            bench.wait(1.0).measure(load - OPEN_AT_3_KW, OPEN_AT_3_KW).step();
            assertEquals(OPEN_AT_3_KW, bench.limitW());
        }
    }

    @Test
    void risesToTheLowestLimitThatWasPossibleMeanwhile() {
        Bench bench = Bench.open();
        for (double load : new double[] {4000, 3300, 4000}) {
            bench.wait(1.0).measure(load - OPEN_AT_3_KW, OPEN_AT_3_KW).step();
        }
        assertEquals(3276, bench.limitW(), "3300 less 20 margin is 78 steps");
    }

    @Test
    void leavesChangesWithinTheDeadBandAlone() {
        Bench bench = Bench.open();
        long writes = bench.unit().emission().count();
        for (int i = 0; i < 15; i++) {
            bench.steady(1, 40 + 15 * Math.sin(i), OPEN_AT_3_KW);
        }
        assertEquals(OPEN_AT_3_KW, bench.limitW());
        assertTrue(bench.unit().emission().count() - writes <= 1, "only the keep-alive");
    }

    @Test
    void fallsBeforeTheSunComesBackWhenALoadEndsUnderACloud() {
        Bench bench = Bench.open();
        bench.wait(1.0).measure(100, 200).step();
        assertEquals(210, bench.limitW(), "200 generated + 100 imported, though nothing goes out");
    }

    @Test
    void holdsWhenTheGridReadingIsLateAndFallsBackWhenItIsOld() {
        Bench bench = Bench.open();
        bench.wait(2.0).step();
        assertEquals(Phase.HOLDING, bench.unit().phase());
        assertEquals(OPEN_AT_3_KW, bench.limitW());
        bench.wait(1.1).step();
        assertEquals(Phase.FALL_BACK, bench.unit().phase());
        assertEquals(0, bench.limitW());
        assertTrue(bench.decision.emit());
        assertTrue(bench.decision.reasons().contains(Reason.GRID_STALE));
    }

    @Test
    void opensAgainOnlyAfterThreeGoodReadings() {
        Bench bench = Bench.open();
        bench.wait(3.1).step();
        bench.steady(2, 3000, 0);
        assertEquals(Phase.FALL_BACK, bench.unit().phase());
        bench.steady(2, 3000, 0);
        assertEquals(Phase.REGULATING, bench.unit().phase());
    }

    @Test
    void fallsBackWhenTheMeterShowsTheSameValueForTooLong() {
        Bench bench = Bench.open();
        for (int i = 0; i < 31; i++) {
            bench.wait(1.0).lay(Input.GRID, 40).lay(Input.INVERTER, OPEN_AT_3_KW);
            bench.lay(Input.READ_BACK, bench.limitW()).step();
            assertEquals(OPEN_AT_3_KW, bench.limitW(), "equal for " + i + " s");
        }
        bench.wait(1.0).lay(Input.GRID, 40).lay(Input.INVERTER, OPEN_AT_3_KW).step();
        assertTrue(bench.decision.reasons().contains(Reason.GRID_FROZEN));
        assertEquals(0, bench.limitW());
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, 50_001, -50_001, 1e300})
    void doesNotUseAnAbsurdReading(double absurd) {
        Bench bench = Bench.open();
        bench.wait(1.0).lay(Input.GRID, absurd).lay(Input.INVERTER, OPEN_AT_3_KW).step();
        assertEquals(OPEN_AT_3_KW, bench.limitW());
        assertTrue(bench.decision.reasons().contains(Reason.GRID_ABSURD));
        for (int i = 0; i < 3; i++) {
            bench.wait(1.0).lay(Input.GRID, absurd).lay(Input.INVERTER, OPEN_AT_3_KW).step();
        }
        assertEquals(0, bench.limitW(), "absurd for longer than stale");
    }

    @Test
    void fallsBackWhenTheInverterIsNotReadAnyMore() {
        Bench bench = Bench.open();
        for (int i = 0; i < 12; i++) {
            bench.wait(1.0).lay(Input.GRID, 40 + i).step();
        }
        assertTrue(bench.decision.reasons().contains(Reason.INVERTER_STALE));
        assertEquals(0, bench.limitW());
    }

    @Test
    void tellsARestartedInverterTheFallBackAtOnce() {
        Bench bench = Bench.open();
        bench.steady(1, 60, OPEN_AT_3_KW);
        bench.wait(1.0).measure(60, 100).lay(Input.READ_BACK, 4200).step();
        assertTrue(bench.decision.emit());
        assertTrue(bench.decision.reasons().contains(Reason.READ_BACK_ABOVE));
        assertEquals(Phase.FALL_BACK, bench.unit().phase());
        assertEquals(0, bench.limitW());
    }

    @Test
    void givesAnInverterTwoCyclesToTakeACommand() {
        Bench bench = Bench.open();
        bench.wait(1.0).measure(300 - OPEN_AT_3_KW, OPEN_AT_3_KW).step();
        bench.wait(1.0).measure(90, 210).lay(Input.READ_BACK, OPEN_AT_3_KW).step();
        assertFalse(bench.decision.reasons().contains(Reason.READ_BACK_ABOVE));
        bench.wait(1.0).measure(90, 210).lay(Input.READ_BACK, OPEN_AT_3_KW).step();
        assertTrue(bench.decision.reasons().contains(Reason.READ_BACK_ABOVE));
    }

    @Test
    void raisesAnAlarmAfterThreeMismatchesAndKeepsTelling() {
        Bench bench = Bench.open();
        long writes = bench.unit().emission().count();
        for (int i = 0; i < 10; i++) {
            bench.wait(1.0).measure(60, OPEN_AT_3_KW).lay(Input.READ_BACK, 4200).step();
        }
        assertEquals(Phase.ALARM, bench.unit().phase());
        assertEquals(0, bench.limitW());
        assertTrue(bench.unit().emission().count() - writes >= 9);
        for (int i = 0; i < 100; i++) {
            bench.wait(1.0).measure(4000, 0).lay(Input.READ_BACK, 4200).step();
            assertEquals(0, bench.limitW(), "an alarm never relaxes");
        }
    }

    @Test
    void theAlarmEndsWhenTheInverterObeysAgain() {
        Bench bench = Bench.open();
        for (int i = 0; i < 10; i++) {
            bench.wait(1.0).measure(60, OPEN_AT_3_KW).lay(Input.READ_BACK, 4200).step();
        }
        bench.steady(2, 3000, 0);
        assertEquals(Phase.ALARM, bench.unit().phase());
        bench.steady(1, 3000, 0);
        assertEquals(Phase.FALL_BACK, bench.unit().phase(), "and has to open like after a start");
        bench.steady(3, 3000, 0);
        assertEquals(Phase.REGULATING, bench.unit().phase());
    }

    @Test
    void aLowerReadBackIsSaidAndIsNoAlarm() {
        Bench bench = Bench.open();
        for (int i = 0; i < 10; i++) {
            bench.wait(1.0).measure(1000, 2000).lay(Input.READ_BACK, 2000).step();
        }
        assertTrue(bench.decision.reasons().contains(Reason.READ_BACK_BELOW));
        assertTrue(bench.unit().phase().open());
    }

    @Test
    void tellsAnInverterAgainThatStaysAboveItsLimit() {
        Bench bench = Bench.open();
        bench.wait(1.0).measure(300 - OPEN_AT_3_KW, OPEN_AT_3_KW).step();
        long writes = bench.unit().emission().count();
        for (int i = 0; i < 11; i++) {
            bench.wait(1.0).measure(300 - OPEN_AT_3_KW, OPEN_AT_3_KW).step();
        }
        assertEquals(writes + 2, bench.unit().emission().count());
        assertTrue(bench.decision.reasons().contains(Reason.ABOVE_LIMIT));
    }

    @Test
    void writesAnUnchangedLimitAgainAfterTheKeepAlive() {
        Bench bench = Bench.open();
        bench.steady(45, 60, OPEN_AT_3_KW);
        long before = bench.unit().emission().count();
        bench.steady(60, 60, OPEN_AT_3_KW);
        assertEquals(before + 3, bench.unit().emission().count());
    }

    @Test
    void anIncomingSetPointLowersTheLimitAtOnce() {
        Bench bench = Bench.open().set("setpoint.source", "operator/limit");
        bench.lay(Input.SETPOINT, 1000).wait(1.0).measure(60, OPEN_AT_3_KW).step();
        assertEquals(966, bench.limitW());
        assertTrue(bench.decision.reasons().contains(Reason.SETPOINT_BINDS));
        bench.lay(Input.SETPOINT, -5).wait(1.0).measure(2000, 966).step();
        assertEquals(0, bench.limitW(), "a negative set-point is none to generate at");
    }

    @Test
    void aMissingSetPointClosesTheLimit() {
        Bench bench = Bench.open().set("setpoint.source", "operator/limit");
        bench.wait(1.0).measure(60, OPEN_AT_3_KW).step();
        assertEquals(0, bench.limitW());
        assertTrue(bench.decision.reasons().contains(Reason.SETPOINT_MISSING));
    }

    @Test
    void neverExceedsTheInstallersCap() {
        Bench bench = new Bench().set("installer.cap.w", "1500").openAt(4000);
        assertEquals(1470, bench.limitW());
        assertTrue(bench.decision.reasons().contains(Reason.CAP_BINDS));
    }

    @Test
    void aConfigurationWithMoreExportDoesNotRaiseTheLimitAtOnce() {
        Bench bench = Bench.open();
        bench.set("allowed.export.w", "1000").wait(0.25).step();
        assertEquals(OPEN_AT_3_KW, bench.limitW());
        bench.steady(1, 60, OPEN_AT_3_KW);
        assertEquals(OPEN_AT_3_KW, bench.limitW());
        bench.steady(2, 60, OPEN_AT_3_KW);
        assertTrue(bench.limitW() <= OPEN_AT_3_KW + 3.25 * 420);
    }

    @Test
    void belowTheMinimumTheInstallersChoiceHolds() {
        Bench stop = new Bench().openAt(90);
        assertEquals(0, stop.limitW());
        assertTrue(stop.decision.reasons().contains(Reason.STOPPED_BELOW_MINIMUM));
        Bench hold = new Bench().set("below.minimum", "hold").openAt(90);
        assertEquals(84, hold.limitW());
        assertTrue(hold.decision.reasons().contains(Reason.HELD_AT_MINIMUM));
    }

    @Test
    void aRefusedConfigurationNeverOpens() {
        Bench bench = new Bench().settings(Choice.refused(java.util.Map.of()));
        bench.step();
        bench.steady(60, 3000, 0);
        assertEquals(0, bench.limitW());
        assertTrue(bench.decision.reasons().contains(Reason.CONFIGURATION_REFUSED));
    }

    @Test
    void countsExcursions() {
        Bench bench = Bench.open();
        bench.steady(1, -2000, OPEN_AT_3_KW);
        assertTrue(bench.decision.reasons().contains(Reason.EXCESS));
        bench.steady(16, -2000, OPEN_AT_3_KW);
        bench.steady(1, 100, 100);
        bench.steady(1, -60, 100);
        bench.steady(1, 100, 100);
        Excursions excursions = bench.state.excursions();
        assertFalse(excursions.running());
        assertEquals(2, excursions.count());
        assertEquals(1, excursions.longCount());
        assertEquals(17_000_000_000L, excursions.longestNanos());
    }
}

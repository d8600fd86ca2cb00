package io.wattwire.limit.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Until when exactly a reading is believed, and up to which value. */
class BoundsInTimeTest {

    private static final double OPEN_AT_3_KW = 2940;
    private static final double A_MOMENT = 1e-6;

    private final Bench bench = Bench.open();

    private boolean says(Reason reason) {
        return bench.decision.reasons().contains(reason);
    }

    private void doubtedAfter(double seconds, Input input, Reason reason) {
        bench.lay(input, input == Input.GRID ? 60.5 : OPEN_AT_3_KW);
        bench.wait(seconds).step();
        assertFalse(says(reason), reason + " after " + seconds + " s");
        bench.wait(A_MOMENT).step();
        assertTrue(says(reason), reason + " after more");
    }

    @Test
    void aReadingOfTheMeterIsLateAfterHalfOfThreeSeconds() {
        doubtedAfter(1.5, Input.GRID, Reason.GRID_LATE);
        assertEquals(Phase.HOLDING, bench.unit().phase());
    }

    @Test
    void andTooOldAfterThree() {
        doubtedAfter(3, Input.GRID, Reason.GRID_STALE);
        assertFalse(says(Reason.GRID_LATE));
        assertEquals(Phase.FALL_BACK, bench.unit().phase());
    }

    @Test
    void anInvertersPowerIsTooOldAfterTenSeconds() {
        doubtedAfter(10, Input.INVERTER, Reason.INVERTER_STALE);
    }

    @Test
    void itsOwnLimitAfterThirty() {
        doubtedAfter(30, Input.READ_BACK, Reason.READ_BACK_STALE);
    }

    @Test
    void anIncomingLimitAfterSixty() {
        bench.set("setpoint.source", "operator/limit");
        doubtedAfter(60, Input.SETPOINT, Reason.SETPOINT_MISSING);
    }

    @Test
    void anIncomingTargetAfterSixty() {
        bench.set("target.source", "tariff/target");
        doubtedAfter(60, Input.TARGET, Reason.TARGET_MISSING);
    }

    @Test
    void whatIsAskedForIsNoBoundWhereItAllowsNoLess() {
        bench.set("target.source", "tariff/target").set("schedule", "0=0");
        bench.lay(Input.TARGET, 0).lay(Input.TIME_OF_DAY, 7).wait(1.0).step();
        assertFalse(says(Reason.TARGET_BINDS));
        assertFalse(says(Reason.SCHEDULE_BINDS));
        bench.lay(Input.TARGET, -0.1).wait(1.0).step();
        assertTrue(says(Reason.TARGET_BINDS));
    }

    @Test
    void aLineOfTheScheduleHoldsFromItsFirstSecondOn() {
        bench.set("allowed.export.w", 900).set("fallback.w", 0).set("schedule", "0=900,43200=300");
        bench.lay(Input.TIME_OF_DAY, 43_199.9).step();
        assertFalse(says(Reason.SCHEDULE_BINDS));
        bench.lay(Input.TIME_OF_DAY, 43_200).step();
        assertTrue(says(Reason.SCHEDULE_BINDS));
    }

    @Test
    void withoutAClockTheStrictestLineOfTheScheduleHoldsNotZero() {
        bench.set("allowed.export.w", 900).set("schedule", "0=900,3600=400,7200=600");
        bench.step();
        assertEquals(
                400,
                SiteView.of(bench.settings(), bench.state, Readings.NONE, bench.nanos())
                        .target()
                        .allowedW());
    }

    @Test
    void theFiguresOfTheInverterAreWaitedForThreeSeconds() {
        Bench young = new Bench();
        young.lay(Input.RATED, Double.NaN);
        assertFalse(young.wait(2.75).step().emit());
        assertTrue(young.wait(0.25).step().emit());
    }

    @Test
    void twiceItsRatingIsWhatAnInverterMayShow() {
        bench.wait(1.0).measure(60, 8400).step();
        assertFalse(says(Reason.INVERTER_ABSURD));
        bench.wait(1.0).measure(60, 8401).step();
        assertTrue(says(Reason.INVERTER_ABSURD));
    }

    @Test
    void oneWithoutARatingMayShowWhatTheConnectionBears() {
        Bench unknown = new Bench();
        unknown.lay(Input.RATED, Double.NaN).lay(Input.INVERTER, 50_000).step();
        assertFalse(unknown.decision.reasons().contains(Reason.INVERTER_ABSURD));
        unknown.lay(Input.INVERTER, 50_001).wait(1.0).step();
        assertTrue(unknown.decision.reasons().contains(Reason.INVERTER_ABSURD));
    }

    @Test
    void exportIsTooMuchFromFiftyWattsBeyondTheBound() {
        bench.wait(1.0).lay(Input.GRID, -50).step();
        assertFalse(says(Reason.EXCESS));
        bench.wait(1.0).lay(Input.GRID, -50.1).step();
        assertTrue(says(Reason.EXCESS));
    }

    @Test
    void anAbsurdReadingBeginsTheCountOfGoodOnesAnew() {
        Bench young = new Bench();
        young.step();
        young.steady(2, 3000, 0);
        young.wait(1.0).measure(1e6, 0).step();
        young.steady(2, 3000, 0);
        assertEquals(Phase.STARTING, young.unit().phase());
        young.steady(1, 3000, 0);
        assertEquals(Phase.REGULATING, young.unit().phase());
    }
}

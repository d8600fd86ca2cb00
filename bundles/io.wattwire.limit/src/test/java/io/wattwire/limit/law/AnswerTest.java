package io.wattwire.limit.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Inverters that do not answer, restart, come late, or are set by somebody else. */
class AnswerTest {

    private static final double OPEN_AT_3_KW = 2940;

    private final Bench bench = Bench.open();

    private boolean says(Reason reason) {
        return bench.decision.reasons().contains(reason);
    }

    /** The load ends, and the inverter goes on. */
    private void drop(int seconds) {
        for (int i = 0; i < seconds; i++) {
            bench.wait(1.0).lay(Input.GRID, 300 - OPEN_AT_3_KW + i % 2).lay(Input.INVERTER, 2940);
            bench.step();
        }
    }

    @Test
    void anInverterThatIsGoneWhileTooMuchIsExportedIsAnAlarmWithinFourSeconds() {
        drop(4);
        assertFalse(bench.unit().phase() == Phase.ALARM, "it may still be on its way");
        bench.wait(0.6).step();
        assertEquals(Phase.ALARM, bench.unit().phase());
        assertEquals(0, bench.limitW());
        assertTrue(says(Reason.READ_BACK_ALARM));
    }

    @Test
    void anInverterThatIsGoneAtNightIsNone() {
        bench.steady(20, 300, 0);
        for (int i = 0; i < 60; i++) {
            bench.wait(1.0).lay(Input.GRID, 300 + i % 2).step();
            assertFalse(bench.unit().phase() == Phase.ALARM, "after " + i + " s");
        }
    }

    @Test
    void meterAndInverterThatFallSilentTogetherAreAnAlarm() {
        for (int i = 0; i < 20; i++) {
            bench.wait(0.25).step();
        }
        assertEquals(Phase.ALARM, bench.unit().phase());
    }

    @Test
    void aMeterThatFallsSilentAloneIsNone() {
        for (int i = 0; i < 30; i++) {
            bench.wait(1.0).lay(Input.INVERTER, bench.limitW());
            bench.lay(Input.READ_BACK, bench.limitW()).step();
            assertFalse(bench.unit().phase() == Phase.ALARM, "after " + i + " s");
        }
        assertEquals(Phase.FALL_BACK, bench.unit().phase());
    }

    @Test
    void anInverterThatIsReadSeldomHasLonger() {
        Bench seldom = bench;
        for (int i = 0; i < 40; i++) {
            seldom.wait(1.0).lay(Input.GRID, 60 + i % 2).lay(Input.INVERTER, OPEN_AT_3_KW);
            if (i % 5 == 0) {
                seldom.lay(Input.READ_BACK, seldom.limitW());
            }
            seldom.step();
        }
        drop(7);
        assertFalse(bench.unit().phase() == Phase.ALARM);
        drop(2);
        assertEquals(Phase.ALARM, bench.unit().phase());
    }

    @Test
    void oneThatWasReadAndHadNotObeyedHasFourSecondsHoweverSeldomItIsRead() {
        for (int i = 0; i < 40; i++) {
            bench.wait(1.0).lay(Input.GRID, 60 + i % 2).lay(Input.INVERTER, OPEN_AT_3_KW);
            if (i % 5 == 0) {
                bench.lay(Input.READ_BACK, bench.limitW());
            }
            bench.step();
        }
        drop(3);
        bench.lay(Input.READ_BACK, OPEN_AT_3_KW).step();
        drop(2);
        assertFalse(bench.unit().phase() == Phase.ALARM, "4 s after it was lowered");
        bench.wait(0.25).step();
        assertEquals(Phase.ALARM, bench.unit().phase());
    }

    @Test
    void aValueThatNobodyHereCommandedIsSomebodyElses() {
        bench.wait(1.0).measure(60, OPEN_AT_3_KW).lay(Input.READ_BACK, 3680).step();
        assertTrue(says(Reason.READ_BACK_RAISED));
        assertEquals(Phase.ALARM, bench.unit().phase());
        bench.steady(8, 3000, 0);
        assertTrue(bench.unit().phase().open(), "and it is over when it obeys again");
    }

    @Test
    void oneRestartIsNoAlarmAndTwoWithinAMinuteAre() {
        bench.wait(1.0).measure(60, OPEN_AT_3_KW).lay(Input.READ_BACK, 4200).step();
        assertEquals(Phase.FALL_BACK, bench.unit().phase());
        bench.steady(20, 3000, 0);
        assertTrue(bench.unit().phase().open());
        bench.wait(1.0).measure(60, bench.limitW()).lay(Input.READ_BACK, 4200).step();
        assertEquals(Phase.ALARM, bench.unit().phase());
    }

    @Test
    void aLimitOfAMomentAgoIsNotSomebodyElses() {
        bench.wait(1.0).measure(300 - OPEN_AT_3_KW, OPEN_AT_3_KW).step();
        bench.wait(1.0).measure(90, 210).step();
        bench.wait(1.0).measure(90, 210).lay(Input.READ_BACK, OPEN_AT_3_KW).step();
        assertFalse(says(Reason.READ_BACK_RAISED), "it has a long dead time");
    }

    @Test
    void atSunriseTheFirstReadBackIsAnsweredAtOnce() {
        Bench night = new Bench();
        for (int i = 0; i < 60; i++) {
            night.wait(1.0).lay(Input.GRID, 300 + i % 2).step();
        }
        long told = night.unit().emission().count();
        night.wait(0.5).lay(Input.INVERTER, 0).lay(Input.READ_BACK, 4200).step();
        assertEquals(told + 1, night.unit().emission().count());
    }

    @Test
    void aMismatchThatComesTooSoonAfterAWriteIsAnsweredLater() {
        Bench night = new Bench();
        long told = 0;
        for (int i = 0; night.unit().emission().count() < 3; i++) {
            night.wait(1.0).lay(Input.GRID, 300 + i % 2).step();
            told = night.unit().emission().count();
        }
        night.wait(0.1).lay(Input.INVERTER, 0).lay(Input.READ_BACK, 4200).step();
        assertEquals(told, night.unit().emission().count());
        night.wait(0.5).step();
        night.wait(0.5).step();
        assertEquals(told + 1, night.unit().emission().count());
        night.wait(1.0).step();
        assertEquals(told + 1, night.unit().emission().count(), "and only once");
    }

    @Test
    void aSlowInverterThatObeysIsNotToldAgain() {
        drop(1);
        double power = OPEN_AT_3_KW;
        long told = bench.unit().emission().count();
        for (int i = 0; i < 15; i++) {
            power = 210 + (power - 210) * Math.exp(-1 / 20.0);
            bench.wait(1.0).measure(300 - power, power).step();
        }
        assertTrue(says(Reason.EXCESS));
        assertEquals(252, bench.limitW(), "the step that was one too many is given back");
        assertEquals(told + 1, bench.unit().emission().count(), "and nothing else is written");
    }
}

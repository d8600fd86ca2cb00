package io.wattwire.limit.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/**
 * How what an inverter of 4000 W says agrees with what it was told: 3000 W at first, 1000 W at
 * second 100. A tenth of a watt more than half a watt is a difference.
 */
class ReadBackTest {

    private static final double TOLD_S = 100;

    private ReadBack readBack = ReadBack.NONE;
    private Emission emission = Emission.NONE;
    private double limitW = Double.POSITIVE_INFINITY;
    private long number;

    private static long nanos(double seconds) {
        return Math.round(seconds * 1e9);
    }

    private void command(double watts, double atS) {
        readBack = readBack.told().commanded(limitW, watts, nanos(atS));
        emission = emission.next(true, nanos(atS));
        limitW = watts;
    }

    private void see(double watts, double takenS) {
        Sample sample = new Sample(watts, nanos(takenS), ++number);
        readBack = readBack.see(sample, limitW, emission, 4000, nanos(takenS));
    }

    private void lowered() {
        command(3000, 50);
        see(3000, 51);
        see(3000, 99);
        assertTrue(readBack.tally().confirmed());
        command(1000, TOLD_S);
    }

    @Test
    void upToHalfAWattMoreAgrees() {
        lowered();
        see(1000.5, 101);
        assertTrue(readBack.tally().confirmed());
        see(1000.6, 106);
        assertTrue(readBack.above());
    }

    @Test
    void aSampleFromBeforeTheCommandSaysNothing() {
        lowered();
        see(900, 99.999);
        assertFalse(readBack.tally().confirmed());
        assertEquals(0, readBack.tally().samples());
        see(1000, 100);
        assertTrue(readBack.tally().confirmed());
    }

    /** A dead time of two seconds, and a second command within it. */
    @Test
    void whatWasInForceTwoSecondsAgoIsCountedButNotAnsweredWithAnotherWrite() {
        lowered();
        see(3000, 100.9);
        command(500, 101);
        see(3000, 101.9);
        assertTrue(readBack.above());
        assertFalse(readBack.untold());
        see(3000, 102.1);
        assertTrue(readBack.untold(), "nothing takes longer than two cycles");
    }

    @Test
    void whereNothingWasCommandedNothingIsCompared() {
        see(4000, 5);
        assertTrue(readBack.last().present());
        assertFalse(readBack.above());
        assertFalse(readBack.tally().confirmed());
    }

    @Test
    void whatIsNoNumberIsOnlyCountedAsSeen() {
        lowered();
        see(Double.NaN, 101);
        assertEquals(3000, readBack.last().value());
        assertEquals(number, readBack.seen());
        assertFalse(readBack.above());
    }

    @Test
    void theFirstSampleMayShowTheCommandBeforeForFiveSeconds() {
        lowered();
        see(3000.5, 104.999);
        assertFalse(readBack.above());
        assertFalse(readBack.tally().confirmed());
    }

    @Test
    void andAfterFiveSecondsItMayNot() {
        lowered();
        see(3000, 105);
        assertTrue(readBack.above());
    }

    @Test
    void theNextOneForTwoSeconds() {
        lowered();
        see(3000, 101);
        see(3000, 101.999);
        assertFalse(readBack.above());
        see(3000, 102);
        assertTrue(readBack.above());
    }

    @Test
    void nothingButTheCommandBeforeIsOnItsWay() {
        lowered();
        see(2999.9, 100.5);
        assertFalse(readBack.above(), "less is");
        see(3000.6, 101);
        assertTrue(readBack.above());
    }

    @Test
    void thatItRoseIsMoreThanALimitOfAMomentAgo() {
        lowered();
        see(1000, 101);
        see(1000.6, 103);
        assertFalse(readBack.raised(), "it may still show 3000");
        see(3000.5, 104);
        assertFalse(readBack.raised());
        see(3000.6, 105);
        assertFalse(readBack.raised(), "a tenth of a watt more than before");
        see(3001.2, 106);
        assertTrue(readBack.raised());
        assertTrue(readBack.tally().alarm(), "and nobody restarts at 3001 W");
    }

    @Test
    void alreadyHigherBeforeItDidNotRise() {
        see(3500, 40);
        command(3000, 50);
        see(3500, 56);
        assertFalse(readBack.raised());
        assertTrue(readBack.above());
    }

    @Test
    void whoComesBackNearTheRatedPowerHasForgottenItsLimit() {
        lowered();
        see(1000, 120);
        see(3880, 121);
        assertTrue(readBack.raised());
        assertFalse(readBack.tally().alarm(), "97 %");
        see(1000, 122);
        assertFalse(readBack.raised());
        ReadBack back = readBack;
        see(3879, 181.5);
        assertTrue(readBack.tally().alarm(), "somebody set it");
        readBack = back;
        see(3880, 180.9);
        assertTrue(readBack.tally().alarm(), "twice within a minute");
        readBack = back;
        see(3880, 181);
        assertFalse(readBack.tally().alarm());
    }

    @Test
    void oneThatStaysRaisedIsOneRestart() {
        lowered();
        see(1000, 120);
        see(3900, 121);
        see(4000, 122);
        assertFalse(readBack.tally().alarm());
        see(4000, 123);
        assertTrue(readBack.tally().alarm(), "but three mismatches are an alarm");
    }

    @Test
    void isBelowWhereItIsMoreThanAStepLess() {
        lowered();
        see(959.5, 101);
        assertFalse(readBack.below(1000, 40));
        see(959.4, 102);
        assertTrue(readBack.below(1000, 40));
        command(900, 103);
        assertFalse(readBack.below(2000, 40), "not confirmed yet");
    }

    @Test
    void aMismatchIsToBeAnsweredOnce() {
        lowered();
        see(3000, 107);
        assertTrue(readBack.untold());
        readBack = readBack.told();
        assertFalse(readBack.untold());
        see(3000, 108);
        assertTrue(readBack.untold());
        see(1000, 109);
        assertFalse(readBack.untold());
    }

    @Test
    void onlyALoweredOneOwesAnAnswer() {
        command(1000, 50);
        see(1000, 51);
        command(3000, 60);
        assertFalse(readBack.answer().awaited());
        command(3000, 61);
        assertFalse(readBack.answer().awaited(), "the same is not lower");
        command(2000, 62);
        assertTrue(readBack.answer().awaited());
        see(2000, 63);
        assertFalse(readBack.answer().awaited());
    }
}

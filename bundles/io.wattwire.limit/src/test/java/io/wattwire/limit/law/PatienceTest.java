package io.wattwire.limit.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** How long an inverter has to answer to being lowered. Seconds. */
class PatienceTest {

    private static final double LOWERED = 100;

    private Sample last = Sample.NONE;
    private Answer answer = Answer.NONE;

    private static long nanos(double seconds) {
        return Math.round(seconds * 1e9);
    }

    private static Sample sample(double watts, double takenS) {
        return new Sample(watts, nanos(takenS), 1 + nanos(takenS));
    }

    /** A sample that arrives as it is taken. */
    private void see(double watts, double takenS) {
        Sample next = sample(watts, takenS);
        answer = answer.see(next, last, nanos(takenS));
        last = next;
    }

    /** Read every second until it is lowered. */
    private void lowered() {
        see(3000, LOWERED - 1);
        see(3000, LOWERED);
        answer = answer.lowered(nanos(LOWERED));
    }

    private void overdueAfter(double seconds) {
        assertFalse(answer.overdue(nanos(LOWERED + seconds)), "not after " + seconds + " s");
        assertTrue(answer.overdue(nanos(LOWERED + seconds) + 1), "after " + seconds + " s");
    }

    @Test
    void whoWasNotLoweredOwesNoAnswer() {
        see(3000, LOWERED);
        assertFalse(answer.overdue(nanos(LOWERED + 1000)));
        lowered();
        assertFalse(answer.given().overdue(nanos(LOWERED + 1000)));
    }

    @Test
    void ithasTheTimeBetweenItsSamplesAndTwoAndAHalfSecondsMore() {
        lowered();
        overdueAfter(3.5);
    }

    @Test
    void oneThatIsReadSeldomHasTenSecondsAndTwoAndAHalfAtMost() {
        see(3000, LOWERED - 60);
        see(3000, LOWERED);
        answer = answer.lowered(nanos(LOWERED));
        overdueAfter(12.5);
    }

    @Test
    void oneThatWasNeverReadHasTwoAndAHalfSeconds() {
        answer = answer.lowered(nanos(LOWERED));
        overdueAfter(2.5);
    }

    @Test
    void loweredAgainMeanwhileItHasNoLonger() {
        lowered();
        answer = answer.lowered(nanos(LOWERED + 3));
        overdueAfter(3.5);
    }

    @Test
    void oneThatShowsThatItWasNotLoweredHasFourSecondsHoweverSeldomItIsRead() {
        see(3000, LOWERED - 10);
        see(3000, LOWERED);
        answer = answer.lowered(nanos(LOWERED));
        see(3000, LOWERED + 1.5);
        assertFalse(answer.denied(), "it may take so long");
        see(3000, LOWERED + 1.6);
        assertTrue(answer.denied());
        answer = answer.see(sample(3000, LOWERED + 1.6), sample(3000, LOWERED - 9), nanos(101.6));
        overdueAfter(4);
        answer = answer.see(sample(3000, LOWERED + 1.2), last, nanos(LOWERED + 1.7));
        assertTrue(answer.denied(), "what was shown stays shown");
    }

    @Test
    void oneThatMovesDownHasItsTimeAnew() {
        lowered();
        see(3000, LOWERED + 2);
        assertTrue(answer.denied());
        see(2900, LOWERED + 3);
        assertFalse(answer.denied());
        overdueAfter(3 + 3.5);
        see(2900, LOWERED + 4);
        overdueAfter(3 + 3.5);
    }

    @Test
    void aFirstSampleSaysNothingAboutHowOftenItIsRead() {
        see(3000, LOWERED);
        assertEquals(0, answer.usualNanos());
        see(3000, LOWERED + 0.25);
        assertEquals(nanos(0.25), answer.usualNanos());
    }

    private boolean gone(double lastS, double gridS, double nowS) {
        return answer.lineGone(sample(3000, lastS), sample(0, gridS), nanos(nowS));
    }

    @Test
    void theLineIsGoneWhenBothFellSilentTogetherAndACommandMetNobody() {
        lowered();
        double now = LOWERED + 1.5;
        assertTrue(gone(97.9, 97.5, now));
        assertFalse(answer.given().lineGone(sample(3000, 97.9), sample(0, 97.5), nanos(now)));
        assertFalse(gone(98, 97.5, now), "the inverter is not late yet");
        assertTrue(gone(97.9, 97.9 - 3.4, now));
        assertFalse(gone(97.9, 97.9 - 3.5, now), "they did not fall silent together");
        assertFalse(gone(97.9, 97.9 + 3.5, now), "they did not fall silent together");
    }

    @Test
    void whetherACommandMetNobodyIsKnownAfterOneAndAQuarterSeconds() {
        lowered();
        assertFalse(gone(90, 90, LOWERED + 1.25));
        assertTrue(gone(90, 90, LOWERED + 1.26));
    }
}

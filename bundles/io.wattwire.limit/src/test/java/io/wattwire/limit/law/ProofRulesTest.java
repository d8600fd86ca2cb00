package io.wattwire.limit.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts as a leap, and what as an answer to it; 4200 W rated. */
class ProofRulesTest {

    private static final long SECOND = 1_000_000_000L;
    private static final double RATED_W = 4200;

    private Proof proof = Proof.NONE;
    private long now = 100 * SECOND;
    private long number;

    private void second(double gridW, double powerW) {
        at(now + SECOND, gridW, powerW);
    }

    private void at(long nanos, double gridW, double powerW) {
        now = nanos;
        number++;
        look(nanos, new Sources(powerW, false), gridW);
    }

    private void look(long nanos, Sources sources, double gridW) {
        proof = proof.see(new Sample(gridW, nanos, number), sources, RATED_W, nanos);
    }

    /** The house takes 1500 W more, or the meter was turned round. */
    private void leap() {
        second(500, 2000);
        second(2000, 2000);
        assertTrue(proof.holds());
    }

    @Test
    void aLeapIsMoreThanThreeTenthsOfTheRating() {
        second(500, 2000);
        second(1760, 2000);
        assertFalse(proof.holds());
        second(3020.1, 2000);
        second(500, 2000);
        second(1760.1, 2000);
        assertTrue(proof.holds());
    }

    @ParameterizedTest(name = "from {0} W to {1} W: {2}")
    @CsvSource({"-2000,0,false", "-2000,1,true", "0,2600,true", "0,2600.1,false"})
    void aReversedMeterShowsNoMoreThanIsGenerated(double from, double to, boolean could) {
        second(from, 2000);
        second(to, 2000);
        assertEquals(could, proof.holds());
    }

    @ParameterizedTest(name = "{0} W less, {1} W more import: {2}")
    @CsvSource({
        "50,50,true",
        "49.9,49.9,false",
        "100,70,false",
        "100,71,true",
        "100,129,true",
        "100,130,false",
        "-100,-100,true",
        "-100,-130,false"
    })
    void roughlyTheSameTheOtherWayIsAnAnswer(double less, double more, boolean answer) {
        leap();
        second(2000 + more, 2000 - less);
        assertEquals(!answer, proof.holds());
    }

    @ParameterizedTest(name = "{0} W less, {1} W less import: {2}")
    @CsvSource({
        "50,50,true",
        "49.9,49.9,false",
        "100,70,false",
        "100,71,true",
        "100,129,true",
        "100,130,false"
    })
    void roughlyTheSameTheSameWayContradicts(double less, double lessImport, boolean wrong) {
        leap();
        second(2000 - lessImport, 2000 - less);
        assertEquals(wrong, proof.contradicted());
    }

    @Test
    void whereALoadCameMeanwhileTheAnswerCountsFromThereOn() {
        leap();
        second(2500, 1900);
        assertTrue(proof.holds());
        second(2600, 1800);
        assertFalse(proof.holds());
    }

    @Test
    void smallStepsOfTheInverterAddUp() {
        leap();
        second(2010, 1970);
        assertTrue(proof.holds());
        second(2060, 1940);
        assertFalse(proof.holds());
    }

    @Test
    void oneThatAnswersToWhatItShowedBeforeTheLeapIsBelieved() {
        second(500, 2000);
        second(1800, 2000);
        second(1200, 2000);
        assertTrue(proof.holds());
        second(600, 1900);
        assertFalse(proof.holds());
    }

    @Test
    void afterFourCalmSecondsItIsBelieved() {
        leap();
        long leapt = now;
        look(leapt + 4 * SECOND - 1, Sources.UNKNOWN, 2000);
        assertTrue(proof.holds());
        look(leapt + 4 * SECOND, Sources.UNKNOWN, 2000);
        assertFalse(proof.holds());
    }

    @Test
    void aContradictionOutlivesTheLeapAndEndsByAnAnswer() {
        leap();
        long leapt = now;
        at(leapt + 3 * SECOND, 1900, 1900);
        assertTrue(proof.contradicted());
        at(leapt + 5 * SECOND, 1900, 1900);
        assertTrue(proof.contradicted());
        at(leapt + 6 * SECOND, 2000, 1800);
        assertFalse(proof.contradicted());
    }

    @Test
    void aContradictionLastsFourSeconds() {
        leap();
        second(1900, 1900);
        long wrong = now;
        look(wrong + 4 * SECOND - 1, Sources.UNKNOWN, 1900);
        assertTrue(proof.contradicted());
        look(wrong + 4 * SECOND, Sources.UNKNOWN, 1900);
        assertFalse(proof.contradicted());
    }

    @Test
    void aReadingIsJudgedOnceWhatItWaitsForIsThere() {
        second(500, 2000);
        number++;
        look(now + SECOND, new Sources(2000, true), 2000);
        assertFalse(proof.holds());
        look(now + SECOND, new Sources(2000, false), 2000);
        assertTrue(proof.holds());
    }
}

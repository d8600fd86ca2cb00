package io.wattwire.limit.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When the clock that a schedule goes by is believed. */
class TimeOfDayTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long QUARTER = 900 * SECOND;

    private long number;

    private TimeOfDay see(TimeOfDay time, double second, double takenS) {
        return time.see(new Sample(second, (long) (takenS * SECOND), ++number));
    }

    private TimeOfDay running() {
        return see(TimeOfDay.UNKNOWN, 43_200, 10_000);
    }

    @Test
    void isUncertainUntilItIsRead() {
        assertTrue(TimeOfDay.UNKNOWN.uncertain(5));
        assertTrue(TimeOfDay.UNKNOWN.see(Sample.NONE).uncertain(5));
        assertFalse(running().uncertain(10_000 * SECOND), "the first value is no jump");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 86_400, 1e12, Double.NaN, Double.POSITIVE_INFINITY})
    void aSecondThatNoDayHasIsNotTaken(double second) {
        assertEquals(TimeOfDay.UNKNOWN, see(TimeOfDay.UNKNOWN, second, 1));
        TimeOfDay known = running();
        assertEquals(known, see(known, second, 10_001));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 86_399.9})
    void theFirstAndTheLastSecondAreTaken(double second) {
        assertEquals(second, see(TimeOfDay.UNKNOWN, second, 1).second());
    }

    @Test
    void isUncertainWhenItWasNotReadForAMinute() {
        assertFalse(running().uncertain(10_060 * SECOND));
        assertTrue(running().uncertain(10_060 * SECOND + 1));
    }

    @Test
    void midnightIsNoJump() {
        TimeOfDay late = see(TimeOfDay.UNKNOWN, 86_390, 100);
        TimeOfDay early = see(late, 5, 115);
        assertFalse(early.jumped());
        assertEquals(5, early.second());
        assertFalse(early.uncertain(115 * SECOND));
    }

    @ParameterizedTest
    @ValueSource(doubles = {60, -60})
    void aMinuteTooEarlyOrTooLateIsAClockThatIsOnlyInexact(double off) {
        assertFalse(see(running(), 43_210 + off, 10_010).jumped());
    }

    @ParameterizedTest
    @ValueSource(doubles = {60.1, -60.1, 3600, -3600, -43_200})
    void moreIsAJumpAndDoubtedForAQuarterOfAnHour(double off) {
        TimeOfDay jumped = see(running(), 43_210 + off, 10_010);
        assertTrue(jumped.uncertain(10_010 * SECOND));
        long end = 10_010 * SECOND + QUARTER;
        double endSecond = (43_210 + off + 900) % 86_400;
        TimeOfDay later = see(jumped, endSecond - 1, 10_909);
        assertTrue(later.uncertain(end - 1));
        assertFalse(later.uncertain(end));
    }

    @Test
    void aDayOfSmallErrorsIsNoJump() {
        TimeOfDay time = running();
        for (int minute = 1; minute <= 1440; minute++) {
            time = see(time, (43_200 + minute * 60 + minute % 2) % 86_400, 10_000 + minute * 60);
            assertFalse(time.jumped());
        }
    }
}

package io.wattwire.limit.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The evidence of how often and how long too much was exported. */
class ExcursionCountTest {

    private static final long SECOND = 1_000_000_000L;

    private Excursions excursions = Excursions.NONE;

    private void lasting(long nanos) {
        excursions = excursions.see(true, 5).see(true, 5 + nanos / 2).see(false, 5 + nanos);
    }

    @Test
    void isLongFromFifteenSecondsOn() {
        lasting(15 * SECOND - 1);
        assertEquals(0, excursions.longCount());
        lasting(15 * SECOND);
        assertEquals(1, excursions.longCount());
        assertEquals(2, excursions.count());
        assertEquals(15 * SECOND, excursions.longestNanos());
        lasting(SECOND);
        assertEquals(15 * SECOND, excursions.longestNanos());
    }

    @Test
    void isCountedAsLongWhenItEndsAndOnce() {
        excursions = excursions.see(true, 0).see(true, 20 * SECOND).see(true, 40 * SECOND);
        assertTrue(excursions.running());
        assertEquals(0, excursions.longCount());
        assertEquals(40 * SECOND, excursions.longestNanos());
        excursions = excursions.see(false, 41 * SECOND).see(false, 80 * SECOND);
        assertFalse(excursions.running());
        assertEquals(1, excursions.longCount());
        assertEquals(0, excursions.runningNanos(90 * SECOND));
    }

    @Test
    void aClockThatRunsBackwardsMakesNoneShorterThanNothing() {
        excursions = excursions.see(true, 50 * SECOND);
        assertEquals(0, excursions.runningNanos(40 * SECOND));
        assertEquals(3 * SECOND, excursions.runningNanos(53 * SECOND));
    }
}

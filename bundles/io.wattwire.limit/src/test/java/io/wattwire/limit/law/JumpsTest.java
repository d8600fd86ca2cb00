package io.wattwire.limit.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class JumpsTest {

    private static final double FUSES_W = 20_000;
    private static final long SECOND = 1_000_000_000L;

    private Watch watch = Watch.NONE;
    private Jumps jumps = Jumps.NONE;
    private int number;

    private void shows(double watts, double atS) {
        long taken = (long) (atS * SECOND);
        watch = watch.see(new Sample(watts, taken, ++number), 2 * FUSES_W);
        jumps = jumps.see(watch, FUSES_W);
    }

    private boolean erraticAt(double seconds) {
        return jumps.erratic((long) (seconds * SECOND));
    }

    @Test
    void threeJumpsOfHalfTheFusesWithinSecondsAreNoHouse() {
        shows(0, 0);
        shows(10_001, 1);
        shows(0, 5.9);
        assertFalse(erraticAt(5.9));
        shows(10_001, 10.8);
        assertTrue(erraticAt(10.8));
        assertTrue(erraticAt(70.7));
        assertFalse(erraticAt(70.8));
    }

    @Test
    void jumpsOfHalfTheFusesOrLessSayNothing() {
        for (int i = 0; i < 20; i++) {
            shows(i % 2 == 0 ? 0 : 10_000, i);
        }
        assertEquals(Jumps.NONE, jumps);
    }

    @Test
    void jumpsFarApartSayNothing() {
        for (int i = 0; i < 20; i++) {
            shows(i % 2 == 0 ? 0 : 12_000, 5 * i);
            assertFalse(erraticAt(5 * i));
        }
    }

    @Test
    void whileItIsDistrustedEachFurtherJumpCounts() {
        for (int i = 0; i < 4; i++) {
            shows(i % 2 == 0 ? 0 : 12_000, i);
        }
        shows(0, 50);
        assertTrue(erraticAt(109.9));
        assertFalse(erraticAt(110));
    }
}

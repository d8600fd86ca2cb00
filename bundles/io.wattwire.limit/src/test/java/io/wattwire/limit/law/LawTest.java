package io.wattwire.limit.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.limit.law.LimitSettings.BelowMinimum;
import org.junit.jupiter.api.Test;

/** When a limit of 1000 W has to fall, and when it may rise. */
class LawTest {

    private static final double IGNORED = 20;
    private static final double DEAD_BAND = 30;
    private static final Steps STEPS = new Steps(40, 0, BelowMinimum.STOP, 4000);

    private static Law law(double wanted, double most, boolean paired, boolean excess) {
        return new Law(wanted, most, paired, excess, IGNORED, DEAD_BAND);
    }

    @Test
    void withSamplesOfOneMomentItFallsToWhatIsWanted() {
        assertFalse(law(980, 0, true, false).falls(1000), "20 W are ignored");
        Law less = law(979, 1500, true, false);
        assertTrue(less.falls(1000));
        assertEquals(979, less.fallsToW());
    }

    @Test
    void withAnOldSampleItFallsToWhatMayBeWantedAtMost() {
        assertFalse(law(0, 1500, false, false).falls(1000), "the sun may have come back");
        assertFalse(law(0, 970, false, false).falls(1000), "30 W are noise");
        Law less = law(0, 969, false, false);
        assertTrue(less.falls(1000));
        assertEquals(969, less.fallsToW());
        assertFalse(law(0, Double.NaN, false, false).falls(1000), "nobody knows");
    }

    @Test
    void whileTooMuchFlowsOutAnOldSampleIsNoExcuse() {
        Law less = law(500, 1500, false, true);
        assertTrue(less.falls(1000));
        assertEquals(500, less.fallsToW());
    }

    @Test
    void thereIsRoomForAHigherStepAndMoreThanNoise() {
        assertTrue(law(1040, 0, true, false).hasRoom(1000, STEPS));
        assertFalse(law(1039, 0, true, false).hasRoom(1000, STEPS), "no whole step");
        Steps fine = new Steps(1, 0, BelowMinimum.STOP, 4000);
        assertTrue(law(1030, 0, true, false).hasRoom(1000, fine));
        assertFalse(law(1029, 0, true, false).hasRoom(1000, fine), "noise");
        assertFalse(law(9000, 0, true, false).hasRoom(4000, STEPS), "at its ceiling");
    }
}

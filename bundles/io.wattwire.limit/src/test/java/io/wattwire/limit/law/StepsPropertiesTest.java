package io.wattwire.limit.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.limit.law.LimitSettings.BelowMinimum;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class StepsPropertiesTest {

    @Property(tries = 100_000)
    void isNeverNegativeNeverAboveTheCeilingAndNeverAboveTheWanted(
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double wanted,
            @ForAll @DoubleRange(min = 0.01, max = 5000) double step,
            @ForAll @DoubleRange(min = 0, max = 20_000) double minimum,
            @ForAll @DoubleRange(min = 0, max = 20_000) double ceiling) {
        double stopped = new Steps(step, minimum, BelowMinimum.STOP, ceiling).down(wanted);
        assertTrue(stopped >= 0 && stopped <= ceiling && stopped <= Math.max(0, wanted));
        Steps holding = new Steps(step, minimum, BelowMinimum.HOLD, ceiling);
        double held = holding.down(wanted);
        assertTrue(held >= 0 && held <= ceiling);
        assertTrue(held <= Math.max(wanted, holding.lowestW()));
    }

    @Property(tries = 100_000)
    void isAWholeNumberOfStepsOrTheCeiling(
            @ForAll @DoubleRange(min = 0, max = 20_000) double wanted,
            @ForAll @DoubleRange(min = 0.5, max = 500) double step) {
        double limit = new Steps(step, 0, BelowMinimum.STOP, 1e9).down(wanted);
        double steps = limit / step;
        assertEquals(Math.rint(steps), steps, 1e-6);
        assertTrue(wanted - limit < step + 1e-6);
    }
}

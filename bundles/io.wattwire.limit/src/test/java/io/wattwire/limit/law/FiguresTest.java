package io.wattwire.limit.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What an inverter is able to do: what the installer fixed, or else what it says. */
class FiguresTest {

    private static final double NONE = Double.NaN;

    private static Figures says(double rated, double minimum, double step, Figures fixed) {
        Readings readings =
                Readings.NONE
                        .with(new Slot(Input.RATED, 1), new Sample(rated, 0, 1))
                        .with(new Slot(Input.MINIMUM, 1), new Sample(minimum, 0, 1))
                        .with(new Slot(Input.STEP, 1), new Sample(step, 0, 1));
        return fixed.orElse(readings, 1);
    }

    private static Figures says(double rated, double minimum, double step) {
        return says(rated, minimum, step, Figures.UNKNOWN);
    }

    @Test
    void whatTheInstallerFixedWins() {
        Figures fixed = new Figures(3680, 50, 1);
        assertEquals(fixed, says(4000, 100, 40, fixed));
        assertEquals(
                new Figures(3680, 100, 40), says(4000, 100, 40, new Figures(3680, NONE, NONE)));
    }

    @Test
    void aRatedPowerIsFromOneWattToTenMegawatts() {
        assertTrue(says(1, NONE, NONE).known());
        assertTrue(says(1e7, NONE, NONE).known());
        assertFalse(says(0.99, NONE, NONE).known());
        assertFalse(says(1.1e7, NONE, NONE).known());
        assertFalse(Figures.UNKNOWN.orElse(Readings.NONE, 1).known());
    }

    @Test
    void minimumAndStepAreNoMoreThanTheRatedPower() {
        assertEquals(new Figures(4000, 4000, 4000), says(4000, 4000, 4000));
        assertEquals(new Figures(4000, NONE, NONE), says(4000, 4001, 4001));
        assertEquals(new Figures(NONE, 9000, 9000), says(NONE, 9000, 9000), "of unknown size");
        assertEquals(new Figures(4000, 0, 0.01), says(4000, 0, 0.01));
        assertEquals(new Figures(4000, NONE, NONE), says(4000, -1, 0.009));
    }

    @Test
    void unknownOnesCountAsNoMinimumAndStepsOfOneWatt() {
        assertEquals(0, Figures.UNKNOWN.minimumOrZero());
        assertEquals(1, Figures.UNKNOWN.stepOrWatt());
        assertEquals(100, says(4000, 100, 40).minimumOrZero());
        assertEquals(40, says(4000, 100, 40).stepOrWatt());
    }
}

package io.wattwire.limit.law;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.wattwire.limit.law.LimitSettings.BelowMinimum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepsTest {

    @ParameterizedTest
    @CsvSource({"42,0,41", "42,42,42", "42,83.9,42", "42,4200,4200", "4.2,4200,4200", "1,7.5,7"})
    void roundsDownToAWholeStep(double step, double wanted, double expected) {
        double limit = new Steps(step, 0, BelowMinimum.STOP, 4200).down(wanted);
        assertEquals(wanted < step ? 0 : expected, limit, 1e-6);
    }

    @Test
    void stopsOrHoldsBelowTheMinimum() {
        assertEquals(0, new Steps(42, 84, BelowMinimum.STOP, 4200).down(83));
        assertEquals(84, new Steps(42, 84, BelowMinimum.HOLD, 4200).down(83));
        assertEquals(84, new Steps(42, 84, BelowMinimum.HOLD, 4200).down(-1e9));
        assertEquals(126, new Steps(42, 100, BelowMinimum.HOLD, 4200).down(0), "whole steps only");
    }

    @Test
    void stopsWhereTheCeilingIsBelowTheMinimum() {
        assertEquals(0, new Steps(42, 84, BelowMinimum.HOLD, 50).down(4200));
    }

    @Test
    void itsMinimumIsALimitLikeAnyOther() {
        assertEquals(84, new Steps(42, 84, BelowMinimum.STOP, 4200).down(84));
        assertEquals(84, new Steps(42, 84, BelowMinimum.STOP, 84).down(4200));
        assertEquals(84, new Steps(42, 84, BelowMinimum.HOLD, 84).down(0));
    }
}

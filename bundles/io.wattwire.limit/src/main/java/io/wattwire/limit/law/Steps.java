package io.wattwire.limit.law;

import io.wattwire.limit.law.LimitSettings.BelowMinimum;

/**
 * The limits that the inverter can follow: whole steps from its minimum up to a ceiling, and zero.
 *
 * @param stepW width of a step, above zero
 * @param minimumW smallest limit above zero
 * @param belowMinimum what becomes of a limit below the minimum
 * @param ceilingW never exceeded
 */
record Steps(double stepW, double minimumW, BelowMinimum belowMinimum, double ceilingW) {

    /** Keeps 4200/42 a whole number of steps in spite of binary fractions. */
    private static final double ROUNDING = 1e-9;

    /** {@return the highest limit that is not above the wanted one} Never negative. */
    double down(double wantedW) {
        double bounded = Math.min(wantedW, ceilingW);
        double whole = bounded > 0 ? Math.floor(bounded / stepW + ROUNDING) * stepW : 0;
        double floor = Math.min(whole, bounded);
        return floor >= lowestW() && floor > 0 ? floor : insteadOfLess();
    }

    /** {@return the lowest limit above zero} */
    double lowestW() {
        return Math.ceil(minimumW / stepW - ROUNDING) * stepW;
    }

    private double insteadOfLess() {
        boolean hold = belowMinimum == BelowMinimum.HOLD && lowestW() <= ceilingW;
        return hold ? Math.max(0, lowestW()) : 0;
    }
}

package io.wattwire.limit;

/**
 * What the limit remembers from one evaluation to the next. Immutable.
 *
 * @param startedNanos when this limit was started
 * @param phase what it is doing
 * @param limitW the limit in force; infinite as long as none was commanded
 * @param wantedW what the law wanted last; NaN as long as it was not asked
 * @param grid the grid meter
 * @param inverter the power of the inverter
 * @param readBack the inverter's own limit
 * @param goodReadings of the grid in a row while closed
 * @param rise room for a higher limit
 * @param emission commands so far
 * @param excursions beyond the allowed export
 */
record LimitState(
        long startedNanos,
        Phase phase,
        double limitW,
        double wantedW,
        Watch grid,
        Watch inverter,
        ReadBack readBack,
        int goodReadings,
        Rise rise,
        Emission emission,
        Excursions excursions) {

    static LimitState start(long nowNanos) {
        return new LimitState(
                nowNanos,
                Phase.STARTING,
                Double.POSITIVE_INFINITY,
                Double.NaN,
                Watch.NONE,
                Watch.NONE,
                ReadBack.NONE,
                0,
                Rise.NONE,
                Emission.NONE,
                Excursions.NONE);
    }

    boolean commanded() {
        return Double.isFinite(limitW);
    }

    /** For values that come from elsewhere now: they have to earn trust anew; the limit stays. */
    LimitState withNewSources() {
        return new LimitState(
                startedNanos,
                Phase.STARTING,
                limitW,
                Double.NaN,
                Watch.NONE,
                Watch.NONE,
                ReadBack.NONE,
                0,
                Rise.NONE,
                emission,
                excursions);
    }
}

package io.wattwire.limit.law;

/**
 * What is remembered of one inverter. Immutable.
 *
 * @param phase what its limit is doing
 * @param limitW the limit in force; infinite as long as none was commanded
 * @param wantedW what the law wanted last; NaN as long as it was not asked
 * @param inverter its power
 * @param readBack its own limit
 * @param goodReadings of the grid in a row while closed
 * @param rise room for a higher limit
 * @param emission commands so far
 */
public record UnitState(
        Phase phase,
        double limitW,
        double wantedW,
        Watch inverter,
        ReadBack readBack,
        int goodReadings,
        Rise rise,
        Emission emission) {

    /** Nothing known, nothing commanded. */
    public static final UnitState START =
            new UnitState(
                    Phase.STARTING,
                    Double.POSITIVE_INFINITY,
                    Double.NaN,
                    Watch.NONE,
                    ReadBack.NONE,
                    0,
                    Rise.NONE,
                    Emission.NONE);

    boolean commanded() {
        return Double.isFinite(limitW);
    }

    UnitState withNewSources() {
        return new UnitState(
                Phase.STARTING,
                limitW,
                Double.NaN,
                Watch.NONE,
                ReadBack.NONE,
                0,
                Rise.NONE,
                emission);
    }
}

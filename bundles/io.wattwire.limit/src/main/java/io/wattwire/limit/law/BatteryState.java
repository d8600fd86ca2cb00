package io.wattwire.limit.law;

/**
 * What is remembered of the battery. Immutable.
 *
 * @param power of it
 * @param full it counts as full, with hysteresis
 * @param excess more is exported than allowed although it was counted on
 * @param excessNanos since when
 * @param distrusted it did not take what it was counted on for
 * @param distrustedNanos since when
 * @param setpointW the set-point in force, + charging; NaN as long as none was commanded
 * @param trustedNanos when readings were good enough for a set-point last
 * @param goodReadings of the grid in a row
 * @param emission commands so far
 */
public record BatteryState(
        Watch power,
        boolean full,
        boolean excess,
        long excessNanos,
        boolean distrusted,
        long distrustedNanos,
        double setpointW,
        long trustedNanos,
        int goodReadings,
        Emission emission) {

    /** Nothing known: it counts as full. */
    public static final BatteryState NONE =
            new BatteryState(Watch.NONE, true, false, 0, false, 0, Double.NaN, 0, 0, Emission.NONE);
}

package io.wattwire.limit.supervisor;

import java.util.List;

/**
 * What the meter at the connection said last. Immutable.
 *
 * @param powerW sum of all phases, W, + import, - export; NaN when unknown
 * @param phases one per measured phase, L1 first; empty when the phases are not measured
 * @param connected false when something says that the house runs as an island; true when nothing
 *     does
 * @param takenNanos when it was measured, on the monotonic clock; the oldest of its values counts
 */
public record GridObservation(
        double powerW, List<Phase> phases, boolean connected, long takenNanos) {

    /** Nothing was measured yet. */
    public static final GridObservation NONE = new GridObservation(Double.NaN, List.of(), true, 0);

    /**
     * One phase. Many meters give currents without a sign, so the power tells the direction.
     *
     * @param powerW W, + import, - export; NaN when unknown
     * @param currentA A, with or without a sign; NaN when unknown
     */
    public record Phase(double powerW, double currentA) {}

    /** Copies the phases. {@inheritDoc} */
    public GridObservation {
        phases = List.copyOf(phases);
    }

    /**
     * Says when it was measured.
     *
     * @param nowNanos of this moment, on the same clock
     * @return the sample's time; a sample from the future is from now
     */
    long takenNanos(long nowNanos) {
        return takenNanos - nowNanos > 0 ? nowNanos : takenNanos;
    }
}

package io.wattwire.limit.law;

import java.util.Collections;
import java.util.List;

/**
 * What the limit remembers from one evaluation to the next. Immutable.
 *
 * @param startedNanos when this limit was started
 * @param grid the grid meter
 * @param excursions beyond the allowed export
 * @param units the inverters, in the order of the settings
 */
public record LimitState(
        long startedNanos, Watch grid, Excursions excursions, List<UnitState> units) {

    /**
     * A limit that begins.
     *
     * @param units how many inverters
     * @param nowNanos on the monotonic clock
     * @return nothing known, nothing commanded
     */
    public static LimitState start(int units, long nowNanos) {
        return new LimitState(
                nowNanos, Watch.NONE, Excursions.NONE, Collections.nCopies(units, UnitState.START));
    }

    /**
     * What is remembered of one inverter.
     *
     * @param number of the inverter, from 1
     * @return its state
     */
    public UnitState unit(int number) {
        return units.get(number - 1);
    }

    /**
     * For values that come from elsewhere now: they have to earn trust anew; the limits stay.
     *
     * @return the state to go on with
     */
    public LimitState withNewSources() {
        return new LimitState(
                startedNanos,
                Watch.NONE,
                excursions,
                units.stream().map(UnitState::withNewSources).toList());
    }
}

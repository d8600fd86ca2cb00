package io.wattwire.limit.law;

import java.util.Collections;
import java.util.List;

/**
 * What the limit remembers from one evaluation to the next. Immutable.
 *
 * @param startedNanos when this limit was started
 * @param grid the grid meter, all phases together
 * @param phases the grid meter, each phase; empty where only the sum is bounded
 * @param excursions beyond the allowed export
 * @param targetW what was last asked for from outside; NaN as long as nothing was
 * @param time for the schedule
 * @param balance of energy
 * @param battery the battery
 * @param reversal whether the meter counts the wrong way round
 * @param proof whether it is believed after a leap
 * @param peaks what the meter showed lately
 * @param units the inverters, in the order of the settings
 */
public record LimitState(
        long startedNanos,
        Watch grid,
        List<Watch> phases,
        Excursions excursions,
        double targetW,
        TimeOfDay time,
        EnergyBalance balance,
        BatteryState battery,
        Reversal reversal,
        Proof proof,
        Peaks peaks,
        List<UnitState> units) {

    /**
     * A limit that begins.
     *
     * @param units how many inverters
     * @param nowNanos on the monotonic clock
     * @return nothing known, nothing commanded
     */
    public static LimitState start(int units, long nowNanos) {
        return new LimitState(
                nowNanos,
                Watch.NONE,
                List.of(),
                Excursions.NONE,
                Double.NaN,
                TimeOfDay.UNKNOWN,
                EnergyBalance.NONE,
                BatteryState.NONE,
                Reversal.NONE,
                Proof.NONE,
                Peaks.NONE,
                Collections.nCopies(units, UnitState.START));
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
     * Goes on with what a run before this one knew of the energy.
     *
     * @param known the balance
     * @return the state to go on with
     */
    public LimitState withBalance(EnergyBalance known) {
        return new LimitState(
                startedNanos,
                grid,
                phases,
                excursions,
                targetW,
                time,
                known,
                battery,
                reversal,
                proof,
                peaks,
                units);
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
                List.of(),
                excursions,
                targetW,
                time,
                balance,
                BatteryState.NONE,
                Reversal.NONE,
                Proof.NONE,
                Peaks.NONE,
                units.stream().map(UnitState::withNewSources).toList());
    }
}

package io.wattwire.simulator.plant;

import java.util.List;

/**
 * The account of a run, integrated from the plant's truth at 100 Hz.
 *
 * @param seconds length of the run so far
 * @param exportLimitW what may flow into the grid, W
 * @param toleranceW how far beyond the limit an excursion begins, W
 * @param maxExportW the most that ever flowed into the grid, W
 * @param longestExcursionS the longest time without a break beyond limit and tolerance, seconds
 * @param excursionCount how many there were
 * @param excursions the first thousand of them, in order; the last may still run
 * @param energyOverLimitWh what flowed beyond the limit, without tolerance, Wh
 * @param availableWh what the inverter could have given, Wh
 * @param curtailedWh what it did not give of that, Wh
 * @param needlesslyCurtailedWh the part that load, battery and export limit would have taken, Wh
 * @param limitCommands how often the inverter was told a limit
 * @param energies what flowed where
 */
public record Ledger(
        double seconds,
        double exportLimitW,
        double toleranceW,
        double maxExportW,
        double longestExcursionS,
        int excursionCount,
        List<Excursion> excursions,
        double energyOverLimitWh,
        double availableWh,
        double curtailedWh,
        double needlesslyCurtailedWh,
        int limitCommands,
        Energies energies) {

    /**
     * Takes a copy of the list.
     *
     * @param seconds length of the run so far
     * @param exportLimitW what may flow into the grid
     * @param toleranceW how far beyond the limit an excursion begins
     * @param maxExportW the most that ever flowed into the grid
     * @param longestExcursionS the longest time without a break beyond limit and tolerance
     * @param excursionCount how many there were
     * @param excursions the first thousand of them
     * @param energyOverLimitWh what flowed beyond the limit
     * @param availableWh what the inverter could have given
     * @param curtailedWh what it did not give of that
     * @param needlesslyCurtailedWh the part that load
     * @param limitCommands how often the inverter was told a limit
     * @param energies what flowed where
     */
    public Ledger {
        excursions = List.copyOf(excursions);
    }

    /**
     * What the PV inverter gave.
     *
     * @return Wh
     */
    public double pvWh() {
        return energies.inverterWh();
    }
}

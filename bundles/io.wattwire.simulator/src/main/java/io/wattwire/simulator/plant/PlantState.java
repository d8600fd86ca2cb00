package io.wattwire.simulator.plant;

/**
 * The truth of one moment: what is, not what a device says.
 *
 * @param seconds time of the scenario
 * @param flow the powers
 * @param energies the energies since the start
 * @param limitPercent the limit in the inverter's register, % of its rating
 * @param obeyedW the limit that the inverter obeys now, after its dead time, W
 * @param inverterOn whether the inverter has power for its electronics and answers
 * @param powerLosses how often the inverter's electronics lost power, by night or restart
 * @param soc state of charge of the battery, %, NaN without one
 * @param voltage at the grid connection, V
 * @param frequency of the grid, Hz
 * @param reactiveVar reactive power at the grid connection, var, + inductive
 */
public record PlantState(
        double seconds,
        PowerFlow flow,
        Energies energies,
        double limitPercent,
        double obeyedW,
        boolean inverterOn,
        int powerLosses,
        double soc,
        double voltage,
        double frequency,
        double reactiveVar) {}

package io.wattwire.simulator.plant;

/**
 * What a PV inverter is and how it follows its limit.
 *
 * <p>The lag of 1.5 s and the dead time of 0.5 s are what the closed loop was tried with; real ones
 * lie between 0.5 s and 10 s.
 *
 * @param ratedW nominal AC power, W, more than 0
 * @param tauS time constant of the first-order lag, seconds, 0 for none
 * @param deadTimeS time from the command to the first reaction, seconds, at least 0
 * @param minimumPercent least limit that it obeys, % of the rating
 * @param belowMinimum what a lower limit does
 * @param startupW power of the sun below which it sleeps, W
 * @param bootS time from waking up, or from being let on the grid again, to generating, seconds
 */
public record InverterSpec(
        double ratedW,
        double tauS,
        double deadTimeS,
        double minimumPercent,
        BelowMinimum belowMinimum,
        double startupW,
        double bootS) {

    /** What an inverter does with a limit below its minimum. */
    public enum BelowMinimum {
        /** It keeps generating its minimum. */
        HOLD,
        /** It leaves the grid and needs its start-up time to come back. */
        DISCONNECT
    }

    /**
     * Checks the values.
     *
     * @param ratedW nominal AC power
     * @param tauS time constant of the first-order lag
     * @param deadTimeS time from the command to the first reaction
     * @param minimumPercent least limit that it obeys
     * @param belowMinimum what a lower limit does
     * @param startupW power of the sun below which it sleeps
     * @param bootS time from waking up
     * @throws IllegalArgumentException when one is out of its range
     */
    public InverterSpec {
        if (!(ratedW > 0) || !(tauS >= 0) || !(deadTimeS >= 0) || !(startupW >= 0)) {
            throw new IllegalArgumentException(
                    "inverter needs a rating above 0 W and no negative times or powers");
        }
        if (!(bootS >= 0) || !(minimumPercent >= 0 && minimumPercent <= 100)) {
            throw new IllegalArgumentException(
                    "inverter needs a minimum of 0 to 100 % and no negative start-up time");
        }
    }

    /**
     * The 4.2 kW single-phase inverter of the demonstration: whole percents, 2 % at least.
     *
     * @return the inverter
     */
    public static InverterSpec single4200() {
        return new InverterSpec(4_200, 1.5, 0.5, 2, BelowMinimum.DISCONNECT, 30, 20);
    }

    /**
     * The same inverter with other dynamics.
     *
     * @param newTauS time constant, seconds
     * @param newDeadTimeS dead time, seconds
     * @return a new specification
     */
    public InverterSpec dynamics(double newTauS, double newDeadTimeS) {
        return new InverterSpec(
                ratedW, newTauS, newDeadTimeS, minimumPercent, belowMinimum, startupW, bootS);
    }

    /**
     * The same inverter with another behaviour below its minimum.
     *
     * @param behaviour what a lower limit does
     * @return a new specification
     */
    public InverterSpec below(BelowMinimum behaviour) {
        return new InverterSpec(
                ratedW, tauS, deadTimeS, minimumPercent, behaviour, startupW, bootS);
    }
}

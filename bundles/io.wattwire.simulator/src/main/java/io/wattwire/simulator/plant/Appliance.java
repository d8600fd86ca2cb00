package io.wattwire.simulator.plant;

/**
 * Something that the house switches on for a while.
 *
 * @param name what it is, for people
 * @param startS when it is switched on, seconds of the scenario
 * @param endS when it is switched off, seconds of the scenario, after {@code startS}
 * @param watts what it draws, W, at least 0
 */
public record Appliance(String name, double startS, double endS, double watts) {

    /**
     * Checks the values.
     *
     * @param name what it is
     * @param startS when it is switched on
     * @param endS when it is switched off
     * @param watts what it draws
     * @throws IllegalArgumentException when one is out of its range
     */
    public Appliance {
        if (!(endS > startS) || !(watts >= 0)) {
            throw new IllegalArgumentException(name + " needs start < end and power >= 0 W");
        }
    }

    boolean on(double seconds) {
        return seconds >= startS && seconds < endS;
    }
}

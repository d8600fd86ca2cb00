package io.wattwire.simulator.plant;

/**
 * One cloud that passes before the sun.
 *
 * @param startS when its edge begins, seconds of the scenario
 * @param endS when it has passed completely, seconds of the scenario, after {@code startS}
 * @param remaining share of the light that gets through its middle, 0 to 1
 * @param edgeS how long the light takes to fall and to come back, seconds, at least 0
 */
public record Cloud(double startS, double endS, double remaining, double edgeS) {

    /**
     * Checks the values.
     *
     * @param startS when its edge begins
     * @param endS when it has passed completely
     * @param remaining share of the light that gets through its middle
     * @param edgeS how long the light takes to fall and to come back
     * @throws IllegalArgumentException when one is out of its range
     */
    public Cloud {
        if (!(endS > startS) || !(edgeS >= 0) || !(remaining >= 0 && remaining <= 1)) {
            throw new IllegalArgumentException(
                    "cloud needs start < end, edge >= 0 and remaining light of 0 to 1");
        }
    }

    /**
     * The share of light that this cloud lets through.
     *
     * @param seconds time of the scenario
     * @return 0 to 1, 1 when the cloud is away
     */
    double factor(double seconds) {
        double inside = Math.min(seconds - startS, endS - seconds);
        if (inside <= 0) {
            return 1;
        }
        return inside >= edgeS ? remaining : 1 - (1 - remaining) * inside / edgeS;
    }
}

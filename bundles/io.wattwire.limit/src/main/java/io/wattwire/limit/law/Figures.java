package io.wattwire.limit.law;

/**
 * What the inverter is able to do; NaN where it is not known.
 *
 * @param ratedW rated AC power, the end of the scale
 * @param minimumW smallest limit above zero that it can follow
 * @param stepW width of one step of its limit
 */
public record Figures(double ratedW, double minimumW, double stepW) {

    /** Nothing is known. */
    public static final Figures UNKNOWN = new Figures(Double.NaN, Double.NaN, Double.NaN);

    /** No inverter behind one meter is larger; a larger figure is a misread register. */
    public static final double LARGEST_W = 10_000_000;

    /** A narrower step is a misread register. */
    public static final double SMALLEST_STEP_W = 0.01;

    /** What the installer fixed wins over what the device says. */
    Figures orElse(Readings readings, int unit) {
        double rated = pick(ratedW, readings.of(Input.RATED, unit), 1, LARGEST_W);
        double largest = Double.isNaN(rated) ? LARGEST_W : rated;
        return new Figures(
                rated,
                pick(minimumW, readings.of(Input.MINIMUM, unit), 0, largest),
                pick(stepW, readings.of(Input.STEP, unit), SMALLEST_STEP_W, largest));
    }

    boolean known() {
        return !Double.isNaN(ratedW);
    }

    /**
     * The smallest limit above zero.
     *
     * @return W; 0 when it is not known
     */
    public double minimumOrZero() {
        return Double.isNaN(minimumW) ? 0 : minimumW;
    }

    double stepOrWatt() {
        return Double.isNaN(stepW) ? 1 : stepW;
    }

    private static double pick(double fixed, Sample said, double lowest, double highest) {
        if (!Double.isNaN(fixed)) {
            return fixed;
        }
        return said.value() >= lowest && said.value() <= highest ? said.value() : Double.NaN;
    }
}

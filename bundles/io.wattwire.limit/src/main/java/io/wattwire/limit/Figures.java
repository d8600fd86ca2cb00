package io.wattwire.limit;

/**
 * What the inverter is able to do; NaN where it is not known.
 *
 * @param ratedW rated AC power, the end of the scale
 * @param minimumW smallest limit above zero that it can follow
 * @param stepW width of one step of its limit
 */
record Figures(double ratedW, double minimumW, double stepW) {

    static final Figures UNKNOWN = new Figures(Double.NaN, Double.NaN, Double.NaN);

    /** No inverter behind one meter is larger; a larger figure is a misread register. */
    static final double LARGEST_W = 10_000_000;

    static final double SMALLEST_STEP_W = 0.01;

    /** What the installer fixed wins over what the device says. */
    Figures orElse(Readings readings) {
        double rated = pick(ratedW, readings.of(Input.RATED), 1, LARGEST_W);
        double largest = Double.isNaN(rated) ? LARGEST_W : rated;
        return new Figures(
                rated,
                pick(minimumW, readings.of(Input.MINIMUM), 0, largest),
                pick(stepW, readings.of(Input.STEP), SMALLEST_STEP_W, largest));
    }

    boolean known() {
        return !Double.isNaN(ratedW);
    }

    double minimumOrZero() {
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

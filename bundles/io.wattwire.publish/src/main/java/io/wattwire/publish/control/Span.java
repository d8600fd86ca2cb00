package io.wattwire.publish.control;

import io.wattwire.device.model.Register;
import java.util.Map;

/**
 * The numbers that a point takes, in its unit.
 *
 * @param least lowest, finite
 * @param most highest, finite
 * @param step between two of them; 0 when any will do
 */
public record Span(double least, double most, double step) {

    /** Where nothing else is said. */
    private static final double FURTHEST = 1e9;

    /** Any number. */
    public static final Span ANY = new Span(-FURTHEST, FURTHEST, 0);

    /** What no point of a house exceeds, by unit; the device's own bound is narrower. */
    private static final Map<String, Double> MOST =
            Map.of("W", 100_000.0, "kW", 100.0, "A", 1000.0, "min", 1440.0, "%", 100.0);

    /**
     * Of a common point with code behind it; the device's own bounds are checked by its driver.
     *
     * @param unit the point's
     * @param signed whether it takes negative values
     * @return the widest span that makes sense
     */
    static Span ofPoint(String unit, boolean signed) {
        double most = MOST.getOrDefault(unit, FURTHEST);
        return new Span(signed ? -most : 0, most, 0);
    }

    /** Of a register: its table has a range for every number that somebody may write. */
    static Span of(Register register) {
        double usual = register.scaleBy().isEmpty() ? Math.abs(register.scale()) : 0;
        return new Span(
                register.min().orElse(-FURTHEST),
                register.max().orElse(FURTHEST),
                register.step().orElse(usual));
    }

    /** Narrowed by the owner. */
    Span within(ControlRules.Bounds bounds) {
        return new Span(Math.max(least, bounds.least()), Math.min(most, bounds.most()), step);
    }

    boolean contains(double value) {
        return value >= least && value <= most;
    }
}

package io.wattwire.device.model;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A common point as one family realises it.
 *
 * @param name name in the common vocabulary
 * @param unit engineering unit, as in the vocabulary
 * @param role the meter role that has it ({@code grid}, {@code pv} …), empty when it does not
 *     depend on a role
 * @param value how it is computed from registers; {@link Expression#none()} for what can only be
 *     written
 * @param write empty when read-only, the name of a register, or {@link #CODE}
 * @param models the models that have it, empty for all
 * @param note what a person must know
 */
public record Point(
        String name,
        String unit,
        String role,
        Expression value,
        String write,
        Set<String> models,
        String note) {

    /** What {@link #write()} says when a {@link PointControl} does it. */
    public static final String CODE = "code";

    /** Copies the models and checks that nothing is null. {@inheritDoc} */
    public Point {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(write, "write");
        models = Set.copyOf(models);
        Objects.requireNonNull(note, "note");
    }

    /**
     * Whether a model has this point.
     *
     * @param model name of a model
     * @return true also for points that all models have
     */
    public boolean existsIn(String model) {
        return Guards.allow(models, model);
    }

    /**
     * Computes the point in the type that the vocabulary gives it; a 64-bit counter becomes a
     * Double.
     *
     * @param values the registers' values
     * @return empty when a part is missing
     */
    public Optional<Object> evaluate(Values values) {
        boolean number =
                CommonPoints.find(name).map(CommonPoint::kind).orElse(null) == ValueKind.DOUBLE;
        return value.evaluate(values)
                .map(
                        result ->
                                number && result instanceof Number wide
                                        ? wide.doubleValue()
                                        : result);
    }

    /**
     * Whether it can be commanded.
     *
     * @return true when a register or code is behind it
     */
    public boolean writable() {
        return !write.isEmpty();
    }

    /**
     * Whether a {@link PointControl} commands it.
     *
     * @return true when {@link #write()} is {@link #CODE}
     */
    public boolean writtenByCode() {
        return write.equals(CODE);
    }
}

package io.wattwire.device.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.OptionalDouble;

/** The range and step that a table allows for writing. */
final class WriteRange {
    private WriteRange() {}

    static void check(Register register, BigDecimal value) {
        if (register.min().isPresent() && value.compareTo(bound(register.min())) < 0) {
            throw new IllegalArgumentException(
                    amount(register, value) + " is below the minimum; " + remedy(register));
        }
        if (register.max().isPresent() && value.compareTo(bound(register.max())) > 0) {
            throw new IllegalArgumentException(
                    amount(register, value) + " is above the maximum; " + remedy(register));
        }
        if (register.step().isPresent()) {
            checkStep(register, value);
        }
    }

    private static void checkStep(Register register, BigDecimal value) {
        BigDecimal base = register.min().isPresent() ? bound(register.min()) : BigDecimal.ZERO;
        BigDecimal step = bound(register.step());
        BigDecimal steps = value.subtract(base).divide(step, MathContext.DECIMAL128);
        if (!Numbers.alike(steps, steps.setScale(0, RoundingMode.HALF_UP))) {
            throw between(
                    register,
                    value,
                    base.add(steps.setScale(0, RoundingMode.FLOOR).multiply(step)),
                    base.add(steps.setScale(0, RoundingMode.CEILING).multiply(step)));
        }
    }

    static IllegalArgumentException between(
            Register register, BigDecimal value, BigDecimal one, BigDecimal other) {
        return new IllegalArgumentException(
                amount(register, value)
                        + " is between two steps; write "
                        + amount(register, one.min(other))
                        + " or "
                        + amount(register, one.max(other)));
    }

    private static String remedy(Register register) {
        String from =
                register.min().isPresent()
                        ? "at least " + amount(register, bound(register.min()))
                        : "";
        String to =
                register.max().isPresent()
                        ? "at most " + amount(register, bound(register.max()))
                        : "";
        return "write " + from + (from.isEmpty() || to.isEmpty() ? "" : " and ") + to;
    }

    private static String amount(Register register, BigDecimal value) {
        return (Numbers.text(value) + " " + register.unit()).strip();
    }

    private static BigDecimal bound(OptionalDouble bound) {
        return BigDecimal.valueOf(bound.getAsDouble());
    }
}

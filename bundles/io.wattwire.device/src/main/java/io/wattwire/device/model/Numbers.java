package io.wattwire.device.model;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as people and programs write them. */
final class Numbers {
    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?(\\d{1,30}(\\.\\d{0,30})?|\\.\\d{1,30})([eE][+-]?\\d{1,3})?");
    private static final Pattern HEX = Pattern.compile("0[xX][0-9a-fA-F]{1,16}");
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,19}");

    /**
     * What a count of steps may be off: noise of binary arithmetic in whoever computed the value.
     */
    private static final BigDecimal NOISE = new BigDecimal("1e-6");

    private Numbers() {}

    static boolean alike(BigDecimal one, BigDecimal other) {
        return one.subtract(other).abs().compareTo(NOISE) <= 0;
    }

    /**
     * A finite decimal number; lengths are bounded, since 1e999999999 is short to write and long to
     * compute with.
     */
    static Optional<BigDecimal> decimal(String text) {
        String number = text.strip();
        if (!DECIMAL.matcher(number).matches()) {
            return Optional.empty();
        }
        BigDecimal value = new BigDecimal(number);
        return Double.isFinite(value.doubleValue()) ? Optional.of(value) : Optional.empty();
    }

    /** A finite number of any class that {@link Number} has in the JDK. */
    static Optional<BigDecimal> decimal(Number number) {
        return Double.isFinite(number.doubleValue())
                ? Optional.of(new BigDecimal(number.toString()))
                : Optional.empty();
    }

    /** A whole number, decimal or hexadecimal; 16 hexadecimal digits are a bit pattern. */
    static Optional<Long> whole(String text) {
        String number = text.strip();
        try {
            if (HEX.matcher(number).matches()) {
                return Optional.of(Long.parseUnsignedLong(number.substring(2), 16));
            }
            return WHOLE.matcher(number).matches()
                    ? Optional.of(Long.valueOf(number))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Without exponent and without zeros that say nothing. */
    static String text(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}

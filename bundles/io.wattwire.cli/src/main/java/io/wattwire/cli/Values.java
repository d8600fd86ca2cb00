package io.wattwire.cli;

import java.math.BigDecimal;

/** Values as a person reads and types them. */
final class Values {
    private Values() {}

    /** Without exponent and trailing zeros: 205.7, 42, -0.05. */
    static String plain(Object value) {
        if (value instanceof Double d && !d.isNaN() && !d.isInfinite()) {
            BigDecimal decimal = BigDecimal.valueOf(d).stripTrailingZeros();
            return decimal.signum() == 0 ? "0" : decimal.toPlainString();
        }
        return String.valueOf(value);
    }

    /** A number where it is one, else the text: 1500, "battery first". */
    static Object parse(String text) {
        try {
            return Double.valueOf(text.strip());
        } catch (NumberFormatException e) {
            return text;
        }
    }
}

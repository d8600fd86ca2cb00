package io.wattwire.driver.givenergy;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;

/** What people write for a command. */
final class Given {

    private static final Set<String> ON = Set.of("on", "enable", "true", "1", "1.0");
    private static final Set<String> OFF = Set.of("off", "disable", "false", "0", "0.0");

    private Given() {}

    static String text(Object given) {
        return given.toString().strip().toLowerCase(Locale.ROOT);
    }

    static boolean isOn(Object given) {
        return ON.contains(text(given));
    }

    static boolean isOff(Object given) {
        return OFF.contains(text(given));
    }

    /** On or off. */
    static boolean flag(String name, Object given) {
        if (!isOn(given) && !isOff(given)) {
            throw new IllegalArgumentException(
                    name + " cannot be '" + given + "'; write on or off");
        }
        return isOn(given);
    }

    /** A whole number, also as text. */
    static OptionalDouble number(Object given) {
        try {
            double number = Double.parseDouble(text(given).replaceAll(" ?%$", ""));
            return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
        } catch (NumberFormatException none) {
            return OptionalDouble.empty();
        }
    }

    /** A whole percentage within a range. */
    static double percent(String name, Object given, double least, double most) {
        OptionalDouble number = number(given);
        double value = number.orElse(Double.NaN);
        if (!(value >= least && value <= most) || value != Math.rint(value)) {
            throw new IllegalArgumentException(
                    "%s cannot be '%s'; write a whole number from %.0f to %.0f"
                            .formatted(name, given, least, most));
        }
        return value;
    }
}

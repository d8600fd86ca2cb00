package io.wattwire.publish.venus;

import java.util.Locale;
import java.util.function.Function;

/** How values are written for people, with few decimals and their unit. Stateless. */
final class Texts {

    private Texts() {}

    static Function<Object, String> plain() {
        return String::valueOf;
    }

    static Function<Object, String> number(int decimals, String unit) {
        String format =
                "%." + decimals + "f" + (unit.isEmpty() ? "" : " " + unit.replace("%", "%%"));
        return value ->
                value instanceof Number number
                        ? String.format(Locale.ROOT, format, number.doubleValue())
                        : String.valueOf(value);
    }

    static Function<Object, String> hexadecimal() {
        return value ->
                value instanceof Number number
                        ? String.format(Locale.ROOT, "0x%X", number.longValue())
                        : String.valueOf(value);
    }

    /** The words of Venus for a position on the AC side. */
    static Function<Object, String> position() {
        return value -> {
            if (Integer.valueOf(0).equals(value)) {
                return "AC input 1";
            }
            return Integer.valueOf(1).equals(value) ? "AC output" : "AC input 2";
        };
    }
}

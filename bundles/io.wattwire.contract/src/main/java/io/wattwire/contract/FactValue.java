package io.wattwire.contract;

import io.wattwire.device.model.Encoding;
import io.wattwire.device.model.Register;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Compares a typed value with a decoded one. */
final class FactValue {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    private FactValue() {}

    /** Whether a register's decoded value is what was typed: a number, a label, or its code. */
    static boolean agrees(Register register, Object decoded, String typed) {
        if (decoded instanceof Number number && NUMBER.matcher(typed).matches()) {
            return register.type().encoding() == Encoding.F32
                    ? number.floatValue() == Float.parseFloat(typed)
                    : number.doubleValue() == Double.parseDouble(typed);
        }
        return plain(decoded.toString()).equals(plain(typed))
                || register.labels().entrySet().stream()
                        .filter(label -> label.getValue().equals(decoded))
                        .map(Map.Entry::getKey)
                        .anyMatch(code -> code.toString().equals(typed));
    }

    /** Whether a point's value is what was typed, with the precision that a single has. */
    static boolean agrees(Object value, String typed) {
        return value instanceof Number number && NUMBER.matcher(typed).matches()
                ? number.floatValue() == Float.parseFloat(typed)
                : plain(value.toString()).equals(plain(typed));
    }

    /** For messages. */
    static String text(Optional<Object> value) {
        return value.map(Object::toString).orElse("no value");
    }

    /** What to hand to the encoder for a typed value. */
    static Object engineering(Object decoded, String typed) {
        return decoded instanceof Number ? Double.valueOf(typed) : decoded;
    }

    /** Facts and tables may differ in capitals and in what stands between words. */
    private static String plain(String label) {
        return label.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9+]+", " ").strip();
    }
}

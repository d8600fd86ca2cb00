package io.wattwire.device.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * A value of a JSON document as words of a register, and back. Numbers are raw: the register's
 * scale makes engineering values of them. Labels of states are the texts of the document, or its
 * true and false.
 */
final class JsonValue {

    private JsonValue() {}

    /** The words of a value; those of "no value" when there is none or it does not fit. */
    static int[] words(Register register, Object value) {
        try {
            int[] words =
                    value == null
                            ? missing(register)
                            : register.type().encode(raw(register, value));
            return words;
        } catch (IllegalArgumentException | ArithmeticException unfit) {
            return missing(register);
        }
    }

    /** What stands for "no value"; every register of a document must have something that does. */
    static int[] missing(Register register) {
        return switch (register.type().encoding()) {
            case STRING -> new int[register.type().words()];
            case F32, F64 -> register.type().encode(Double.NaN);
            default -> register.type().words(register.invalid().get(0));
        };
    }

    /** Whether there is something that stands for "no value". */
    static boolean mayBeMissing(Register register) {
        return switch (register.type().encoding()) {
            case STRING, F32, F64 -> true;
            default -> !register.invalid().isEmpty();
        };
    }

    private static Object raw(Register register, Object value) {
        Encoding encoding = register.type().encoding();
        if (encoding == Encoding.STRING) {
            return fitting(register, value instanceof BigDecimal n ? n.toPlainString() : value);
        }
        if (!(value instanceof BigDecimal number)) {
            return state(register, String.valueOf(value));
        }
        return encoding == Encoding.F32 || encoding == Encoding.F64
                ? number
                : number.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    /** Text for reading may be cut; one that is written back must be whole. */
    private static String fitting(Register register, Object value) {
        String text = String.valueOf(value).replaceAll("[^ -~]", "?");
        int most = 2 * register.type().words();
        if (text.length() > most && register.access().writable()) {
            throw new IllegalArgumentException("too long");
        }
        return text.substring(0, Math.min(most, text.length()));
    }

    private static Long state(Register register, String text) {
        return register.labels().entrySet().stream()
                .filter(label -> label.getValue().equals(text))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown state"));
    }

    /** The value for a document; null for "no value". */
    static Object of(Register register, int[] words) {
        Optional<Object> raw = register.type().decode(words);
        if (raw.isEmpty() || Arrays.equals(words, missing(register))) {
            return null;
        }
        if (!(raw.get() instanceof Number number)) {
            return raw.get();
        }
        String label = register.labels().get(number.longValue());
        if (label == null) {
            return new BigDecimal(number.toString());
        }
        return label.equals("true") || label.equals("false") ? Boolean.valueOf(label) : label;
    }
}

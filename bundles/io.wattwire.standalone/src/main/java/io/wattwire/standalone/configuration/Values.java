package io.wattwire.standalone.configuration;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.kura.configuration.Password;
import org.eclipse.kura.configuration.metatype.Scalar;

/** Property values from text and back, in the ten types that Kura knows. */
final class Values {
    private Values() {}

    /** Reads one value; the message of a failure says what would be right. */
    static Object parse(Scalar type, String text) {
        String trimmed = text.trim();
        try {
            return switch (type) {
                case STRING -> text;
                case LONG -> Long.valueOf(trimmed);
                case DOUBLE -> Double.valueOf(trimmed);
                case FLOAT -> Float.valueOf(trimmed);
                case INTEGER -> Integer.valueOf(trimmed);
                case BYTE -> Byte.valueOf(trimmed);
                case SHORT -> Short.valueOf(trimmed);
                case BOOLEAN -> parseBoolean(trimmed);
                case CHAR -> parseChar(text);
                case PASSWORD -> new Password(text);
            };
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "'%s' is not of type %s; write a number in its range, with a dot before decimals"
                            .formatted(text, type.value()),
                    e);
        }
    }

    private static Boolean parseBoolean(String text) {
        if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not of type Boolean; write true or false");
        }
        return Boolean.valueOf(text);
    }

    private static Character parseChar(String text) {
        if (text.length() != 1) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not of type Char; write one character");
        }
        return text.charAt(0);
    }

    /** Reads several values into an array of the type, {@code Integer[]} for instance. */
    static Object parseArray(Scalar type, List<String> texts) {
        Object array = Array.newInstance(classOf(type), texts.size());
        for (int i = 0; i < texts.size(); i++) {
            Array.set(array, i, parse(type, texts.get(i)));
        }
        return array;
    }

    private static Class<?> classOf(Scalar type) {
        return switch (type) {
            case STRING -> String.class;
            case LONG -> Long.class;
            case DOUBLE -> Double.class;
            case FLOAT -> Float.class;
            case INTEGER -> Integer.class;
            case BYTE -> Byte.class;
            case SHORT -> Short.class;
            case BOOLEAN -> Boolean.class;
            case CHAR -> Character.class;
            case PASSWORD -> Password.class;
        };
    }

    /** The type of a value or of the elements of an array, or null if Kura has none for it. */
    static Scalar typeOf(Object value) {
        Class<?> type =
                value.getClass().isArray() ? value.getClass().getComponentType() : value.getClass();
        for (Scalar each : Scalar.values()) {
            if (classOf(each).isAssignableFrom(type)) {
                return each;
            }
        }
        return null;
    }

    /** The elements of an array, or the value alone. */
    static List<Object> elements(Object value) {
        if (!value.getClass().isArray()) {
            return List.of(value);
        }
        List<Object> elements = new ArrayList<>();
        for (int i = 0; i < Array.getLength(value); i++) {
            elements.add(Array.get(value, i));
        }
        return elements;
    }
}

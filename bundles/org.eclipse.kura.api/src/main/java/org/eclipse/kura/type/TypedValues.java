package org.eclipse.kura.type;

import java.util.Base64;
import java.util.Objects;

/** Makes typed values. */
public final class TypedValues {
    private TypedValues() {}

    /**
     * Wraps a boolean.
     *
     * @param value the value
     * @return the typed value
     */
    public static BooleanValue newBooleanValue(boolean value) {
        return new BooleanValue(value);
    }

    /**
     * Wraps bytes.
     *
     * @param value the bytes, not null and not copied
     * @return the typed value
     */
    public static ByteArrayValue newByteArrayValue(byte[] value) {
        return new ByteArrayValue(value);
    }

    /**
     * Wraps a float.
     *
     * @param value the value
     * @return the typed value
     */
    public static FloatValue newFloatValue(float value) {
        return new FloatValue(value);
    }

    /**
     * Wraps a double.
     *
     * @param value the value
     * @return the typed value
     */
    public static DoubleValue newDoubleValue(double value) {
        return new DoubleValue(value);
    }

    /**
     * Wraps an int.
     *
     * @param value the value
     * @return the typed value
     */
    public static IntegerValue newIntegerValue(int value) {
        return new IntegerValue(value);
    }

    /**
     * Wraps a long.
     *
     * @param value the value
     * @return the typed value
     */
    public static LongValue newLongValue(long value) {
        return new LongValue(value);
    }

    /**
     * Wraps text.
     *
     * @param value the text; null becomes the empty text
     * @return the typed value
     */
    public static StringValue newStringValue(String value) {
        return new StringValue(value);
    }

    /**
     * Wraps a value of any supported type: Boolean, byte[], Double, Float, Integer, Long, String.
     *
     * @param value the value
     * @return the typed value
     * @throws IllegalArgumentException if the value is null or of another type
     */
    public static TypedValue<?> newTypedValue(Object value) {
        if (value instanceof Boolean flag) {
            return newBooleanValue(flag);
        } else if (value instanceof byte[] bytes) {
            return newByteArrayValue(bytes);
        } else if (value instanceof Double number) {
            return newDoubleValue(number);
        } else if (value instanceof Float number) {
            return newFloatValue(number);
        } else if (value instanceof Integer number) {
            return newIntegerValue(number);
        } else if (value instanceof Long number) {
            return newLongValue(number);
        } else if (value instanceof String text) {
            return newStringValue(text);
        }
        throw new IllegalArgumentException(
                "no typed value for " + (value == null ? null : value.getClass().getName()));
    }

    /**
     * Reads a value from text. Bytes are in Base64; any text but "true" is false.
     *
     * @param type the wanted type
     * @param text the text, not null
     * @return the typed value
     * @throws IllegalArgumentException if the text is not of that type, or the type is null
     */
    public static TypedValue<?> parseTypedValue(DataType type, String text) {
        if (type == null) {
            throw new IllegalArgumentException("no type to read a value as");
        }
        Objects.requireNonNull(text, "text");
        try {
            return switch (type) {
                case BOOLEAN -> newBooleanValue(Boolean.parseBoolean(text));
                case BYTE_ARRAY -> newByteArrayValue(Base64.getDecoder().decode(text));
                case DOUBLE -> newDoubleValue(Double.parseDouble(text));
                case INTEGER -> newIntegerValue(Integer.parseInt(text));
                case LONG -> newLongValue(Long.parseLong(text));
                case FLOAT -> newFloatValue(Float.parseFloat(text));
                case STRING -> newStringValue(text);
            };
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("not of type " + type + ": " + text, e);
        }
    }
}

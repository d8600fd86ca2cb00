package io.wattwire.device.driver;

import java.math.BigDecimal;
import java.util.Optional;
import org.eclipse.kura.type.DataType;
import org.eclipse.kura.type.TypedValue;
import org.eclipse.kura.type.TypedValues;

/**
 * Between the engine's values and the type that a channel asks for. A value never changes silently:
 * what does not fit is told.
 */
final class Conversion {

    private Conversion() {}

    /**
     * Converts a value.
     *
     * @return the typed value; empty when the type cannot hold it
     */
    static Optional<TypedValue<?>> to(DataType type, Object value) {
        return switch (type) {
            case STRING -> Optional.of(TypedValues.newStringValue(text(value)));
            case BOOLEAN -> flag(value).map(TypedValues::newBooleanValue);
            case DOUBLE -> number(value).map(n -> TypedValues.newDoubleValue(n.doubleValue()));
            case FLOAT -> number(value).map(n -> TypedValues.newFloatValue(n.floatValue()));
            case LONG ->
                    whole(value, Long.MIN_VALUE, Long.MAX_VALUE).map(TypedValues::newLongValue);
            case INTEGER ->
                    whole(value, Integer.MIN_VALUE, Integer.MAX_VALUE)
                            .map(n -> TypedValues.newIntegerValue(n.intValue()));
            case BYTE_ARRAY -> Optional.empty();
        };
    }

    private static String text(Object value) {
        return value instanceof Double number
                ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                : value.toString();
    }

    private static Optional<Boolean> flag(Object value) {
        if (value instanceof Boolean flag) {
            return Optional.of(flag);
        }
        return number(value)
                .filter(n -> n.doubleValue() == 0 || n.doubleValue() == 1)
                .map(n -> n.doubleValue() == 1);
    }

    private static Optional<Number> number(Object value) {
        if (value instanceof Boolean flag) {
            return Optional.of(flag ? 1 : 0);
        }
        if (value instanceof Number number) {
            return Optional.of(number);
        }
        try {
            double number = Double.parseDouble(value.toString().strip());
            return Double.isFinite(number) ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException text) {
            return Optional.empty();
        }
    }

    private static Optional<Long> whole(Object value, long least, long most) {
        if (value instanceof Long exact) {
            return Optional.of(exact).filter(n -> n >= least && n <= most);
        }
        return number(value)
                .map(n -> Math.rint(n.doubleValue()))
                .filter(n -> n >= least && n <= most)
                .map(Double::longValue);
    }
}

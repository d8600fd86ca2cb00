package io.wattwire.publish.control;

import io.wattwire.device.model.Register;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.kura.type.DataType;
import org.eclipse.kura.type.TypedValue;
import org.eclipse.kura.type.TypedValues;

/** From the text of a command to the value that is written; what does not fit is refused. */
final class ControlValue {

    static final int LONGEST = 64;

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,12}(\\.\\d{1,12})?");
    private static final Pattern PRINTABLE = Pattern.compile("[\\p{L}\\p{N}\\p{P}\\p{S} ]+");

    private ControlValue() {}

    static TypedValue<?> of(Writable writable, String text) throws ControlRefused {
        String given = text.strip();
        if (given.isEmpty() || text.length() > LONGEST || !PRINTABLE.matcher(given).matches()) {
            throw new ControlRefused(
                    writable.point() + " takes 1 to " + LONGEST + " printable characters");
        }
        Object value =
                switch (writable.form()) {
                    case NUMBER -> number(writable, given);
                    case FLAG -> flag(writable, given);
                    case CHOICE -> choice(writable, given);
                    case TEXT -> given;
                };
        if (writable.register().isPresent()) {
            check(writable.register().get(), value);
        }
        return typed(writable, value);
    }

    private static Double number(Writable writable, String given) throws ControlRefused {
        if (!NUMBER.matcher(given).matches()) {
            throw new ControlRefused(
                    writable.point() + " takes a number and not '" + given + "'; write 1500");
        }
        double number = Double.parseDouble(given);
        Span span = writable.span();
        if (!span.contains(number)) {
            throw new ControlRefused(
                    writable.point()
                            + " takes "
                            + plain(span.least())
                            + " to "
                            + plain(span.most())
                            + " "
                            + writable.unit()
                            + " and not "
                            + given);
        }
        return number;
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private static Boolean flag(Writable writable, String given) throws ControlRefused {
        return switch (given.toLowerCase(Locale.ROOT)) {
            case "true", "on", "1" -> true;
            case "false", "off", "0" -> false;
            default ->
                    throw new ControlRefused(
                            writable.point() + " takes true or false and not '" + given + "'");
        };
    }

    private static String choice(Writable writable, String given) throws ControlRefused {
        if (!writable.options().contains(given)) {
            throw new ControlRefused(
                    writable.point()
                            + " takes "
                            + String.join(", ", writable.options())
                            + " and not '"
                            + given
                            + "'");
        }
        return given;
    }

    /** One whose scale another register tells is checked by its driver, which knows that. */
    private static void check(Register register, Object value) throws ControlRefused {
        if (!register.scaleBy().isEmpty()) {
            return;
        }
        try {
            register.encode(value);
        } catch (IllegalArgumentException wrong) {
            throw new ControlRefused(wrong.getMessage());
        }
    }

    private static TypedValue<?> typed(Writable writable, Object value) throws ControlRefused {
        DataType type = writable.channel().getValueType();
        if (type == DataType.STRING) {
            return TypedValues.newStringValue(
                    value instanceof Double number ? plain(number) : value.toString());
        }
        if (type == DataType.BOOLEAN && value instanceof Boolean flag) {
            return TypedValues.newBooleanValue(flag);
        }
        Double number = value instanceof Boolean flag ? Double.valueOf(flag ? 1 : 0) : null;
        number = value instanceof Double given ? given : number;
        if (number != null) {
            if (type == DataType.DOUBLE) {
                return TypedValues.newDoubleValue(number);
            }
            if (type == DataType.FLOAT) {
                return TypedValues.newFloatValue(number.floatValue());
            }
            boolean whole = number == Math.rint(number);
            if (whole && type == DataType.LONG) {
                return TypedValues.newLongValue(number.longValue());
            }
            if (whole && type == DataType.INTEGER && number.intValue() == number) {
                return TypedValues.newIntegerValue(number.intValue());
            }
        }
        throw new ControlRefused(
                writable.point()
                        + ": "
                        + value
                        + " does not fit the channel's value type "
                        + type
                        + "; choose the type that the driver offers");
    }
}

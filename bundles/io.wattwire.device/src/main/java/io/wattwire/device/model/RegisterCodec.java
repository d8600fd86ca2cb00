package io.wattwire.device.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Between words and engineering values. Computes in decimals, so that no binary noise gets into a
 * value.
 */
final class RegisterCodec {
    private RegisterCodec() {}

    static ValueKind kind(Register register) {
        return switch (register.type().encoding()) {
            case BITS -> ValueKind.LONG;
            case BOOL -> ValueKind.BOOLEAN;
            case ENUM, STRING, HHMM, HHMM_DECIMAL, DATETIME -> ValueKind.STRING;
            case U64, S64 ->
                    labelled(register)
                            ? ValueKind.STRING
                            : unscaled(register) ? ValueKind.LONG : ValueKind.DOUBLE;
            default -> labelled(register) ? ValueKind.STRING : ValueKind.DOUBLE;
        };
    }

    static Optional<Object> decode(Register register, int[] words) {
        ValueType type = register.type();
        Optional<Object> decoded = type.decode(words);
        if (!register.scaleBy().isEmpty() || decoded.isEmpty() || invalid(register, words)) {
            return Optional.empty();
        }
        Object raw = decoded.get();
        return switch (kind(register)) {
            case STRING -> Optional.of(type.numeric() ? label(register, (Number) raw) : raw);
            case BOOLEAN -> Optional.of(!raw.equals(0L));
            case LONG ->
                    type.encoding() == Encoding.U64 && (Long) raw < 0 ? Optional.empty() : decoded;
            case DOUBLE -> number(register, (Number) raw);
        };
    }

    private static boolean invalid(Register register, int[] words) {
        long mask = register.type().widthMask();
        long pattern = register.type().pattern(words);
        return register.type().numeric()
                && register.invalid().stream().anyMatch(marker -> (marker & mask) == pattern);
    }

    private static String label(Register register, Number raw) {
        BigDecimal number = exact(register.type(), raw);
        String text = Numbers.text(number);
        return Numbers.whole(text).map(register.labels()::get).orElse(text);
    }

    private static Optional<Object> number(Register register, Number raw) {
        double value =
                unscaled(register) && !(register.type().encoding() == Encoding.U64)
                        ? raw.doubleValue() + 0.0 // the device's -0.0 is 0
                        : engineering(register, exact(register.type(), raw)).doubleValue();
        return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
    }

    private static BigDecimal exact(ValueType type, Number raw) {
        boolean unsigned = type.encoding() == Encoding.U64 && raw.longValue() < 0;
        return unsigned
                ? new BigDecimal(new BigInteger(Long.toUnsignedString(raw.longValue())))
                : new BigDecimal(raw.toString());
    }

    private static BigDecimal engineering(Register register, BigDecimal raw) {
        return raw.multiply(BigDecimal.valueOf(register.scale()))
                .add(BigDecimal.valueOf(register.offset()));
    }

    static int[] encode(Register register, Object engineering) {
        try {
            int[] words = words(register, engineering, false);
            if (invalid(register, words)) {
                throw new IllegalArgumentException(
                        "'" + engineering + "' is the device's mark for \"no value\"");
            }
            return words;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "register " + register.name() + ": " + e.getMessage(), e);
        }
    }

    static int[] encodeNearest(Register register, Object engineering) {
        try {
            return words(register, engineering, true);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "register " + register.name() + ": " + e.getMessage(), e);
        }
    }

    private static int[] words(Register register, Object engineering, boolean nearest) {
        ValueType type = register.type();
        if (!register.scaleBy().isEmpty()) {
            throw new IllegalArgumentException(
                    "its scale is not known, as the device gives no value of "
                            + register.scaleBy());
        }
        if (!type.numeric()) {
            return type.encode(engineering);
        }
        if (type.encoding() == Encoding.BOOL) {
            return type.encode(flag(engineering) ? 1L : 0L);
        }
        if (type.encoding() == Encoding.BITS && engineering instanceof Long) {
            return type.encode(engineering);
        }
        if (kind(register) == ValueKind.STRING) {
            return type.encode(state(register, engineering));
        }
        BigDecimal value = decimal(engineering);
        return type.encode(nearest ? nearestRaw(register, value) : exactRaw(register, value));
    }

    private static boolean flag(Object value) {
        return switch (value.toString().strip().toLowerCase(Locale.ROOT)) {
            case "true", "1", "1.0" -> true;
            case "false", "0", "0.0" -> false;
            default ->
                    throw new IllegalArgumentException(
                            "'" + value + "' is neither; write true or false");
        };
    }

    private static Number state(Register register, Object value) {
        String text = value.toString().strip();
        Optional<Long> named =
                register.labels().entrySet().stream()
                        .filter(entry -> entry.getValue().equalsIgnoreCase(text))
                        .map(Map.Entry::getKey)
                        .findFirst();
        if (named.isPresent()) {
            return named.get();
        }
        Optional<Long> number =
                Numbers.decimal(text).flatMap(decimal -> Numbers.whole(Numbers.text(decimal)));
        if (number.isEmpty()
                || !register.labels().isEmpty() && !register.labels().containsKey(number.get())) {
            throw new IllegalArgumentException(
                    "'" + text + "' is none of its states; write one of " + register.labels());
        }
        return number.get();
    }

    private static BigDecimal decimal(Object value) {
        Optional<BigDecimal> number =
                value instanceof Number binary
                        ? Numbers.decimal(binary)
                        : Numbers.decimal(value.toString());
        return number.orElseThrow(
                () -> new IllegalArgumentException("'" + value + "' is not a finite number"));
    }

    private static Number exactRaw(Register register, BigDecimal value) {
        if (floating(register)) {
            WriteRange.check(register, value);
            return raw(register, value);
        }
        BigDecimal raw = raw(register, value);
        BigDecimal whole = raw.setScale(0, RoundingMode.HALF_UP);
        if (!Numbers.alike(raw, whole)) {
            throw WriteRange.between(
                    register,
                    value,
                    engineering(register, raw.setScale(0, RoundingMode.FLOOR)),
                    engineering(register, raw.setScale(0, RoundingMode.CEILING)));
        }
        WriteRange.check(register, engineering(register, whole));
        return whole.toBigIntegerExact();
    }

    private static Number nearestRaw(Register register, BigDecimal value) {
        BigDecimal raw = raw(register, value);
        if (floating(register)) {
            return raw;
        }
        BigInteger whole = raw.setScale(0, RoundingMode.HALF_UP).toBigIntegerExact();
        return whole.max(RawNumbers.least(register.type())).min(RawNumbers.most(register.type()));
    }

    private static BigDecimal raw(Register register, BigDecimal value) {
        return value.subtract(BigDecimal.valueOf(register.offset()))
                .divide(BigDecimal.valueOf(register.scale()), MathContext.DECIMAL128);
    }

    private static boolean floating(Register register) {
        Encoding encoding = register.type().encoding();
        return encoding == Encoding.F32 || encoding == Encoding.F64;
    }

    private static boolean labelled(Register register) {
        return !register.labels().isEmpty();
    }

    private static boolean unscaled(Register register) {
        return register.scale() == 1 && register.offset() == 0 && register.scaleBy().isEmpty();
    }
}

package io.wattwire.device.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/** Between bit patterns and raw numbers. */
final class RawNumbers {
    private RawNumbers() {}

    static Optional<Object> decode(ValueType type, long bits) {
        return switch (type.encoding()) {
            case S16 -> Optional.of((long) (short) bits);
            case S32 -> Optional.of((long) (int) bits);
            case S8HI, S8LO -> Optional.of((long) (byte) bits);
            case BOOL -> Optional.of(bits == 0 ? 0L : 1L);
            case F32 -> single(Float.intBitsToFloat((int) bits));
            case F64 -> finite(Double.longBitsToDouble(bits));
            case BCD -> bcd(bits);
            default -> Optional.of(bits);
        };
    }

    /**
     * The shortest decimal that means this float, so that 230.1 stays 230.1 and not
     * 230.10000610351562.
     */
    private static Optional<Object> single(float value) {
        return Float.isFinite(value)
                ? Optional.of(Double.valueOf(Float.toString(value)))
                : Optional.empty();
    }

    private static Optional<Object> finite(double value) {
        return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
    }

    private static Optional<Object> bcd(long bits) {
        String digits = Long.toHexString(bits);
        boolean decimal = digits.chars().allMatch(Character::isDigit);
        return decimal ? Optional.of(Long.valueOf(digits)) : Optional.empty();
    }

    static long encode(ValueType type, Number number) {
        return switch (type.encoding()) {
            case F32 -> Integer.toUnsignedLong(Float.floatToIntBits(single(number)));
            case F64 -> Double.doubleToLongBits(number.doubleValue());
            case BCD -> Long.parseLong(Long.toString(whole(type, number)), 16);
            default -> whole(type, number);
        };
    }

    private static float single(Number number) {
        float value = number.floatValue();
        if (Float.isInfinite(value) && Double.isFinite(number.doubleValue())) {
            throw new IllegalArgumentException(number + " does not fit a single precision number");
        }
        return value;
    }

    private static long whole(ValueType type, Number number) {
        if (number instanceof Long bits && bitPattern(type)) {
            return bits;
        }
        BigInteger value;
        try {
            value = new BigDecimal(number.toString()).toBigIntegerExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw new IllegalArgumentException(number + " is not a whole number", e);
        }
        if (value.compareTo(least(type)) < 0 || value.compareTo(most(type)) > 0) {
            throw new IllegalArgumentException(
                    value
                            + " does not fit "
                            + type.encoding()
                            + ", which holds "
                            + least(type)
                            + " to "
                            + most(type));
        }
        return value.longValue();
    }

    /** A negative Long stands for a pattern with the highest of 64 bits set. */
    private static boolean bitPattern(ValueType type) {
        return type.encoding() == Encoding.U64
                || type.encoding() == Encoding.BITS && type.width() == Long.SIZE;
    }

    /** Smallest whole raw number of an integer encoding. */
    static BigInteger least(ValueType type) {
        return signed(type) ? BigInteger.ONE.shiftLeft(type.width() - 1).negate() : BigInteger.ZERO;
    }

    /** Largest whole raw number of an integer encoding. */
    static BigInteger most(ValueType type) {
        return switch (type.encoding()) {
            case BOOL -> BigInteger.ONE;
            case BCD -> BigInteger.TEN.pow(4 * type.words()).subtract(BigInteger.ONE);
            default ->
                    BigInteger.ONE
                            .shiftLeft(type.width() - (signed(type) ? 1 : 0))
                            .subtract(BigInteger.ONE);
        };
    }

    private static boolean signed(ValueType type) {
        return switch (type.encoding()) {
            case S16, S32, S64, S8HI, S8LO -> true;
            default -> false;
        };
    }
}

package io.wattwire.device.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a register's raw value lies in its words. Words are unsigned 16-bit numbers in the order of
 * their addresses.
 *
 * <p>Raw values are {@link Long} for whole numbers (a {@code U64} is its bit pattern), {@link
 * Double} for floating point and {@link String} for text, times of day ({@code 04:30}) and dates
 * ({@code 2026-01-31T04:30:00}).
 *
 * @param encoding what the bits mean
 * @param words how many words, 1 to 125; 1 for a coil
 * @param order which word comes first; {@link WordOrder#BIG} where that has no meaning
 */
public record ValueType(Encoding encoding, int words, WordOrder order) {
    private static final Pattern TEXT = Pattern.compile("STR([1-9][0-9]{0,2})");

    /**
     * Checks that the encoding can have so many words. {@inheritDoc}
     *
     * @throws IllegalArgumentException if it cannot
     */
    public ValueType {
        Objects.requireNonNull(encoding, "encoding");
        Objects.requireNonNull(order, "order");
        boolean possible =
                switch (encoding) {
                    case U32, S32, F32 -> words == 2;
                    case U64, S64, F64 -> words == 4;
                    case ENUM, BITS, BCD -> words == 1 || words == 2;
                    case STRING -> words >= 1 && words <= BlockRules.MOST_WORDS;
                    case DATETIME -> words == 3 || words == 6;
                    default -> words == 1;
                };
        if (!possible) {
            throw new IllegalArgumentException(encoding + " cannot have " + words + " words");
        }
        if (order == WordOrder.LITTLE && !ordered(encoding, words)) {
            throw new IllegalArgumentException(
                    encoding + " of " + words + " words has no word order");
        }
    }

    private static boolean ordered(Encoding encoding, int words) {
        return words > 1 && encoding != Encoding.STRING && encoding != Encoding.DATETIME;
    }

    /**
     * Reads a type as tables write it: {@code U16 S16 U32 S32 U64 S64 F32 F64 U8HI U8LO S8HI S8LO
     * BOOL ENUM ENUM32 BITS16 BITS32 STR<words> BCD16 BCD32 HHMM HHMM100 DATETIME DATETIME3}.
     *
     * @param text the type
     * @param order which word comes first; makes no difference to a type of one word or of text
     * @return the type
     * @throws IllegalArgumentException if there is no such type; the message lists them
     */
    public static ValueType parse(String text, WordOrder order) {
        String name = text.strip().toUpperCase(Locale.ROOT);
        return switch (name) {
            case "U16", "S16", "U8HI", "U8LO", "S8HI", "S8LO", "BOOL", "ENUM", "HHMM" ->
                    of(Encoding.valueOf(name), 1, order);
            case "U32", "S32", "F32" -> of(Encoding.valueOf(name), 2, order);
            case "U64", "S64", "F64" -> of(Encoding.valueOf(name), 4, order);
            case "ENUM32" -> of(Encoding.ENUM, 2, order);
            case "BITS16" -> of(Encoding.BITS, 1, order);
            case "BITS32" -> of(Encoding.BITS, 2, order);
            case "BCD16" -> of(Encoding.BCD, 1, order);
            case "BCD32" -> of(Encoding.BCD, 2, order);
            case "HHMM100" -> of(Encoding.HHMM_DECIMAL, 1, order);
            case "DATETIME" -> of(Encoding.DATETIME, 6, order);
            case "DATETIME3" -> of(Encoding.DATETIME, 3, order);
            default -> text(name, text);
        };
    }

    private static ValueType of(Encoding encoding, int words, WordOrder order) {
        return new ValueType(encoding, words, ordered(encoding, words) ? order : WordOrder.BIG);
    }

    private static ValueType text(String name, String written) {
        Matcher matcher = TEXT.matcher(name);
        if (matcher.matches() && Integer.parseInt(matcher.group(1)) <= BlockRules.MOST_WORDS) {
            return new ValueType(
                    Encoding.STRING, Integer.parseInt(matcher.group(1)), WordOrder.BIG);
        }
        throw new IllegalArgumentException(
                "'"
                        + written
                        + "' is not a type; write U16 S16 U32 S32 U64 S64 F32 F64 U8HI U8LO S8HI S8LO BOOL ENUM ENUM32"
                        + " BITS16 BITS32 BCD16 BCD32 HHMM HHMM100 DATETIME DATETIME3 or STR<words> with 1 to "
                        + BlockRules.MOST_WORDS
                        + " words");
    }

    /**
     * Whether raw values are numbers.
     *
     * @return false for text, times and dates
     */
    public boolean numeric() {
        return switch (encoding) {
            case STRING, HHMM, HHMM_DECIMAL, DATETIME -> false;
            default -> true;
        };
    }

    /**
     * Whether the value fills only a half of its word, so that the word cannot be written without
     * knowing the other half.
     *
     * @return true for the four U8 and S8 encodings
     */
    public boolean half() {
        return switch (encoding) {
            case U8HI, U8LO, S8HI, S8LO -> true;
            default -> false;
        };
    }

    /**
     * The bits of each word that belong to the value.
     *
     * @return 0xFFFF, or 0xFF00 or 0x00FF for a half
     */
    public int mask() {
        return switch (encoding) {
            case U8HI, S8HI -> 0xFF00;
            case U8LO, S8LO -> 0x00FF;
            default -> 0xFFFF;
        };
    }

    /**
     * The value's bits as an unsigned pattern, for comparison with the patterns that mean "no
     * value".
     *
     * @param raw as many words as the type has
     * @return the pattern, right-aligned; 0 for a type of more than 64 bits
     * @throws IllegalArgumentException if the number of words or a word is wrong
     */
    public long pattern(int[] raw) {
        check(raw);
        long bits = 0;
        for (int i = 0; i < words && words <= 4; i++) {
            bits = bits << 16 | raw[order == WordOrder.BIG ? i : words - 1 - i];
        }
        return mask() == 0xFF00 ? bits >>> 8 : bits & widthMask();
    }

    /** Ones in all bits of the pattern. */
    long widthMask() {
        if (words > 4) {
            return 0;
        }
        return half() ? 0xFF : -1L >>> 64 - 16 * words;
    }

    /**
     * Decodes words.
     *
     * @param raw as many words as the type has
     * @return the raw value; empty for patterns that cannot be one: NaN, a BCD digit above 9,
     *     minute 60, blank text
     * @throws IllegalArgumentException if the number of words or a word is wrong
     */
    public Optional<Object> decode(int[] raw) {
        long bits = pattern(raw);
        return switch (encoding) {
            case U16, U32, U64, U8HI, U8LO, ENUM, BITS -> Optional.of(bits);
            case S16 -> Optional.of((long) (short) bits);
            case S32 -> Optional.of((long) (int) bits);
            case S64 -> Optional.of(bits);
            case S8HI, S8LO -> Optional.of((long) (byte) bits);
            case BOOL -> Optional.of(bits == 0 ? 0L : 1L);
            case F32 -> single(Float.intBitsToFloat((int) bits));
            case F64 -> finite(Double.longBitsToDouble(bits));
            case BCD -> bcd(bits);
            case STRING, HHMM, HHMM_DECIMAL, DATETIME ->
                    TextCodec.decode(encoding, raw).map(text -> text);
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

    /**
     * Encodes a raw value.
     *
     * @param raw a {@link Number} for numbers, a {@link CharSequence} for text, times and dates
     * @return as many words as the type has; the other half of a half word is 0
     * @throws IllegalArgumentException if the value does not fit the type; the message says why
     */
    public int[] encode(Object raw) {
        if (!numeric()) {
            return TextCodec.encode(encoding, words, raw.toString());
        }
        if (!(raw instanceof Number number)) {
            throw new IllegalArgumentException("'" + raw + "' is not a number");
        }
        return switch (encoding) {
            case F32 -> words(Integer.toUnsignedLong(Float.floatToIntBits(single(number))));
            case F64 -> words(Double.doubleToLongBits(number.doubleValue()));
            case BCD -> words(Long.parseLong(Long.toString(whole(number)), 16));
            default -> words(whole(number));
        };
    }

    private static float single(Number number) {
        float value = number.floatValue();
        if (Float.isInfinite(value) && Double.isFinite(number.doubleValue())) {
            throw new IllegalArgumentException(number + " does not fit a single precision number");
        }
        return value;
    }

    private long whole(Number number) {
        if (number instanceof Long bits && encoding == Encoding.U64) {
            return bits;
        }
        BigInteger value;
        try {
            value = new BigDecimal(number.toString()).toBigIntegerExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw new IllegalArgumentException(number + " is not a whole number", e);
        }
        if (value.compareTo(least()) < 0 || value.compareTo(most()) > 0) {
            throw new IllegalArgumentException(
                    value
                            + " does not fit "
                            + encoding
                            + ", which holds "
                            + least()
                            + " to "
                            + most());
        }
        return value.longValue();
    }

    /** Smallest whole raw number of an integer encoding. */
    BigInteger least() {
        return switch (encoding) {
            case S16, S32, S64, S8HI, S8LO -> BigInteger.ONE.shiftLeft(width() - 1).negate();
            default -> BigInteger.ZERO;
        };
    }

    /** Largest whole raw number of an integer encoding. */
    BigInteger most() {
        return switch (encoding) {
            case BOOL -> BigInteger.ONE;
            case BCD -> BigInteger.TEN.pow(4 * words).subtract(BigInteger.ONE);
            case S16, S32, S64, S8HI, S8LO ->
                    BigInteger.ONE.shiftLeft(width() - 1).subtract(BigInteger.ONE);
            default -> BigInteger.ONE.shiftLeft(width()).subtract(BigInteger.ONE);
        };
    }

    private int width() {
        return half() ? 8 : 16 * words;
    }

    private int[] words(long bits) {
        long value = mask() == 0xFF00 ? (bits & 0xFF) << 8 : bits & widthMask();
        int[] result = new int[words];
        for (int i = 0; i < words; i++) {
            result[order == WordOrder.BIG ? words - 1 - i : i] = (int) (value >>> 16 * i) & 0xFFFF;
        }
        return result;
    }

    private void check(int[] raw) {
        if (raw.length != words) {
            throw new IllegalArgumentException(
                    encoding + " has " + words + " words, not " + raw.length);
        }
        for (int word : raw) {
            if (word < 0 || word > 0xFFFF) {
                throw new IllegalArgumentException("a word is 0 to 65535, not " + word);
            }
        }
    }
}

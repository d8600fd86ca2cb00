package io.wattwire.device.model;

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
                    case BITS -> words == 1 || words == 2 || words == 4;
                    case ENUM, BCD -> words == 1 || words == 2;
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
     * BOOL ENUM ENUM32 BITS16 BITS32 BITS64 STR<words> BCD16 BCD32 HHMM HHMM100 DATETIME
     * DATETIME3}.
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
            case "BITS64" -> of(Encoding.BITS, 4, order);
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
                        + " BITS16 BITS32 BITS64 BCD16 BCD32 HHMM HHMM100 DATETIME DATETIME3 or STR<words> with 1 to "
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
        checked(raw);
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
        return numeric()
                ? RawNumbers.decode(this, pattern(raw))
                : TextCodec.decode(encoding, checked(raw)).map(text -> text);
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
        return words(RawNumbers.encode(this, number));
    }

    /** Bits of the value's own: 8 for halves, else 16 for each word. */
    int width() {
        return half() ? 8 : 16 * words;
    }

    /** Words of a bit pattern. */
    int[] words(long bits) {
        long value = mask() == 0xFF00 ? (bits & 0xFF) << 8 : bits & widthMask();
        int[] result = new int[words];
        for (int i = 0; i < words; i++) {
            result[order == WordOrder.BIG ? words - 1 - i : i] = (int) (value >>> 16 * i) & 0xFFFF;
        }
        return result;
    }

    private int[] checked(int[] raw) {
        if (raw.length != words) {
            throw new IllegalArgumentException(
                    encoding + " has " + words + " words, not " + raw.length);
        }
        for (int word : raw) {
            if (word < 0 || word > 0xFFFF) {
                throw new IllegalArgumentException("a word is 0 to 65535, not " + word);
            }
        }
        return raw;
    }
}

package io.wattwire.device.model;

/** How the words of a register carry its raw value. */
public enum Encoding {
    /** Unsigned 16 bits. */
    U16,
    /** Two's complement, 16 bits. */
    S16,
    /** Unsigned 32 bits. */
    U32,
    /** Two's complement, 32 bits. */
    S32,
    /** Unsigned 64 bits; what exceeds 2<sup>63</sup>-1 has no value. */
    U64,
    /** Two's complement, 64 bits. */
    S64,
    /** IEEE 754 single; NaN and infinities have no value. */
    F32,
    /** IEEE 754 double; NaN and infinities have no value. */
    F64,
    /** Unsigned, upper half of one word. */
    U8HI,
    /** Unsigned, lower half of one word. */
    U8LO,
    /** Two's complement, upper half of one word. */
    S8HI,
    /** Two's complement, lower half of one word. */
    S8LO,
    /** Zero is false, all else is true; the only encoding of coils and discrete inputs. */
    BOOL,
    /** Unsigned 16 or 32 bits that name a state. */
    ENUM,
    /** A set of 16 or 32 flags. */
    BITS,
    /** Latin-1 text, two characters in a word, the first in the upper half. */
    STRING,
    /** Binary-coded decimal, 4 or 8 digits. */
    BCD,
    /** A time of day in one word: hour in the upper half, minute in the lower. */
    HHMM,
    /** A time of day in one word as a decimal number: 430 is 04:30 (Deye, GivEnergy). */
    HHMM_DECIMAL,
    /**
     * Local date and time: six words year, month, day, hour, minute, second, or the same packed as
     * bytes in three words with the year counted from 2000 (Deye).
     */
    DATETIME
}

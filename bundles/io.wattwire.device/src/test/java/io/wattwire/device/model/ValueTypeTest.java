package io.wattwire.device.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueTypeTest {

    private static int[] words(String hex) {
        return Arrays.stream(hex.split(" ")).mapToInt(word -> Integer.parseInt(word, 16)).toArray();
    }

    private static ValueType type(String text) {
        boolean little = text.endsWith("<");
        return ValueType.parse(text.replace("<", ""), little ? WordOrder.LITTLE : WordOrder.BIG);
    }

    /** Patterns and values were worked out by hand or with another language's tools. */
    @ParameterizedTest
    @CsvSource({
        "U16, FFFF, 65535",
        "S16, FFFF, -1",
        "S16, 8000, -32768",
        "U32, 0001 0000, 65536",
        "U32<, 0001 0000, 1",
        "S32, FFFF FFFE, -2",
        "S32<, FFFE FFFF, -2",
        "U64, 0000 0000 0001 0002, 65538",
        "U64<, 0002 0001 0000 0000, 65538",
        "S64, FFFF FFFF FFFF FFFF, -1",
        "F32, 4366 3333, 230.2",
        "F32<, 3333 4366, 230.2",
        "F32, C248 0000, -50.0",
        "F64, 406C C666 6666 6666, 230.2",
        "F64<, 6666 6666 C666 406C, 230.2",
        "U8HI, FE01, 254",
        "U8LO, FE01, 1",
        "S8HI, FE01, -2",
        "S8LO, 01FE, -2",
        "BOOL, 0000, 0",
        "BOOL, 0100, 1",
        "ENUM, 0005, 5",
        "ENUM32, 00FF FFFD, 16777213",
        "BITS16, 8001, 32769",
        "BITS32, 8000 0001, 2147483649",
        "BCD16, 0123, 123",
        "BCD32, 1501 0060, 15010060",
        "BCD32<, 0060 1501, 15010060",
        "HHMM, 041E, 04:30",
        "HHMM100, 01AE, 04:30",
        "DATETIME, 07EA 0001 001F 0017 003B 003B, 2026-01-31T23:59:59",
        "DATETIME, 001A 0001 001F 0000 0000 0000, 2026-01-31T00:00:00",
        "DATETIME3, 1A01 1F17 3B3B, 2026-01-31T23:59:59",
        "STR3, 5344 4D32 3330, SDM230",
    })
    void decodesKnownPatterns(String type, String hex, String expected) {
        assertEquals(Optional.of(expected), type(type).decode(words(hex)).map(Object::toString));
    }

    @ParameterizedTest
    @CsvSource({
        "F32, 7FC0 0000",
        "F32, FFFF FFFF",
        "F32, 7F80 0000",
        "F64, 7FF8 0000 0000 0000",
        "BCD16, 00A0",
        "BCD32, FFFF FFFF",
        "HHMM, 1800",
        "HHMM, 003C",
        "HHMM100, 003C",
        "HHMM100, FFFF",
        "DATETIME, 07EA 000D 0001 0000 0000 0000",
        "DATETIME, FFFF 0001 0001 0000 0000 0000",
        "DATETIME3, 1A02 1E00 0000",
        "STR2, 0000 0000",
        "STR2, 2020 2020",
        "STR2, FFFF FFFF",
    })
    void takesImpossiblePatternsForMissing(String type, String hex) {
        assertEquals(Optional.empty(), type(type).decode(words(hex)));
    }

    @ParameterizedTest
    @CsvSource({
        "STR3, 2041 4200 0000, AB",
        "STR3, 4100 5858 5858, A",
        "STR2, 41E9 0720, Aé?",
        "STR2, 417F 9F42, A??B",
        "STR2, 4120 4220, A B",
    })
    void cleansText(String type, String hex, String expected) {
        assertEquals(Optional.of(expected), type(type).decode(words(hex)));
    }

    @Test
    void tellsThePatternOfAHalfByItself() {
        assertEquals(0xFE, type("U8HI").pattern(words("FE01")));
        assertEquals(0x01, type("S8LO").pattern(words("FE01")));
        assertEquals(-1, type("U64").pattern(words("FFFF FFFF FFFF FFFF")));
    }

    @Test
    void leavesTheOtherHalfZero() {
        assertArrayEquals(words("FE00"), type("S8HI").encode(-2));
        assertArrayEquals(words("00FE"), type("S8LO").encode(-2));
    }

    @ParameterizedTest
    @CsvSource({
        "U16, 65536, does not fit U16",
        "U16, -1, 0 to 65535",
        "S16, 32768, -32768 to 32767",
        "U32, 4294967296, does not fit",
        "BCD16, 10000, 0 to 9999",
        "U16, 1.5, not a whole number",
        "F32, 1e39, single precision",
        "BOOL, 2, 0 to 1",
        "S8HI, 128, -128 to 127",
    })
    void refusesNumbersThatDoNotFit(String type, double number, String problem) {
        assertRefused(type, number, problem);
    }

    @ParameterizedTest
    @CsvSource({
        "STR1, ABC, longer than the 2 characters",
        "STR1, Ω, printable Latin-1",
        "HHMM, 24:00, write 04:30",
        "HHMM100, noon, write 04:30",
        "DATETIME, today, write 2026-01-31T04:30:00",
        "DATETIME3, 1999-01-01T00:00:00, year 1999",
        "DATETIME3, 2256-01-01T00:00:00, year 2256",
        "DATETIME, 0099-01-01T00:00:00, year 99",
        "U16, twelve, not a number",
    })
    void refusesTextThatDoesNotFit(String type, String text, String problem) {
        assertRefused(type, text, problem);
    }

    private static void assertRefused(String type, Object value, String problem) {
        ValueType parsed = type(type);
        Exception refusal =
                assertThrows(IllegalArgumentException.class, () -> parsed.encode(value));
        assertTrue(refusal.getMessage().contains(problem), refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"U17", "", "STR", "STR0", "STR126", "STR1000", "STR-1", "FLOAT"})
    void refusesUnknownTypesAndListsTheKnown(String text) {
        Exception refusal =
                assertThrows(
                        IllegalArgumentException.class, () -> ValueType.parse(text, WordOrder.BIG));
        assertTrue(refusal.getMessage().contains("write U16 S16"), refusal.getMessage());
    }

    @Test
    void refusesWrongWords() {
        ValueType type = type("U32");
        assertThrows(IllegalArgumentException.class, () -> type.decode(new int[] {1}));
        assertThrows(IllegalArgumentException.class, () -> type.decode(new int[] {1, 0x10000}));
        assertThrows(IllegalArgumentException.class, () -> type.decode(new int[] {-1, 0}));
        assertThrows(
                IllegalArgumentException.class,
                () -> new ValueType(Encoding.U32, 1, WordOrder.BIG));
        assertThrows(
                IllegalArgumentException.class,
                () -> new ValueType(Encoding.U16, 1, WordOrder.LITTLE));
    }
}

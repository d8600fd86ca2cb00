package io.wattwire.device.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisterTest {
    private static final Register RATE =
            Registers.of(
                    "type=U16", "unit=%", "access=RW", "role=owner", "min=0", "max=100", "step=5");
    private static final Register STATE =
            Registers.of("type=ENUM", "labels=0=waiting|1=normal|3=fault", "invalid=0xFFFF");

    private static Optional<Object> decode(Register register, int... words) {
        return register.decode(words);
    }

    private static void assertRefused(Register register, Object value, String problem) {
        Exception refusal =
                assertThrows(IllegalArgumentException.class, () -> register.encode(value));
        assertTrue(refusal.getMessage().startsWith("register r: "), refusal.getMessage());
        assertTrue(refusal.getMessage().contains(problem), refusal.getMessage());
    }

    @Test
    void scalesWithoutBinaryNoise() {
        assertEquals(Optional.of(205.7), decode(Registers.scaled("U16", 0.1, 0), 2057));
        assertEquals(Optional.of(-27.3), decode(Registers.scaled("U16", 0.1, -100), 727));
        assertEquals(
                Optional.of(0.07), decode(Registers.of("type=F32", "scale=0.1"), 0x3F33, 0x3333));
    }

    @Test
    void minusZeroIsZero() {
        assertEquals(Optional.of(0.0), decode(Registers.of("type=F32"), 0x8000, 0));
        assertEquals(Optional.of(0.0), decode(Registers.scaled("U16", -0.1, 0), 0));
    }

    @Test
    void kindFollowsFromTypeScaleAndLabels() {
        assertEquals(ValueKind.DOUBLE, Registers.of("type=U16").valueKind());
        assertEquals(ValueKind.LONG, Registers.of("type=U64").valueKind());
        assertEquals(ValueKind.DOUBLE, Registers.of("type=U64", "scale=0.1").valueKind());
        assertEquals(ValueKind.LONG, Registers.of("type=BITS32", "labels=0=a|31=b").valueKind());
        assertEquals(ValueKind.STRING, Registers.of("type=ENUM").valueKind());
        assertEquals(ValueKind.STRING, Registers.of("type=F32", "labels=2=9600").valueKind());
        assertEquals(ValueKind.BOOLEAN, Registers.of("type=BOOL").valueKind());
    }

    @Test
    void readsUnsignedCountersOf64Bits() {
        assertEquals(Optional.of(1L << 48), decode(Registers.of("type=U64"), 1, 0, 0, 0));
        assertEquals(Optional.empty(), decode(Registers.of("type=U64"), 0x8000, 0, 0, 0));
        assertEquals(
                Optional.of(18446744073709551.615),
                decode(Registers.scaled("U64", 0.001, 0), 65535, 65535, 65535, 65535));
    }

    @Test
    void invalidPatternsAreMissingHoweverTheyAreWritten() {
        assertEquals(Optional.empty(), decode(Registers.of("type=S16", "invalid=0x8000"), 0x8000));
        assertEquals(Optional.empty(), decode(Registers.of("type=S16", "invalid=-32768"), 0x8000));
        assertEquals(
                Optional.empty(),
                decode(Registers.of("type=U32", "invalid=0xFFFFFFFF|0x80000000"), 0x8000, 0));
        assertEquals(
                Optional.empty(),
                decode(Registers.of("type=S64", "invalid=0x8000000000000000"), 0x8000, 0, 0, 0));
        assertEquals(Optional.empty(), decode(Registers.of("type=U8HI", "invalid=255"), 0xFF12));
        assertEquals(Optional.of(255.0), decode(Registers.of("type=U8LO", "invalid=0"), 0x00FF));
        assertEquals(Optional.empty(), decode(STATE, 0xFFFF));
    }

    @Test
    void statesAreLabelsAndUnknownStatesTheirNumber() {
        assertEquals(Optional.of("normal"), decode(STATE, 1));
        assertEquals(Optional.of("2"), decode(STATE, 2));
        assertEquals(
                Optional.of("9600"), decode(Registers.of("type=F32", "labels=2=9600"), 0x4000, 0));
        assertEquals(
                Optional.of("2.5"), decode(Registers.of("type=F32", "labels=2=9600"), 0x4020, 0));
        assertEquals(Optional.of("off"), decode(Registers.of("type=S16", "labels=-1=off"), 0xFFFF));
    }

    @Test
    void statesAreWrittenByLabelOrNumber() {
        assertArrayEquals(new int[] {3}, STATE.encode("Fault"));
        assertArrayEquals(new int[] {3}, STATE.encode("3"));
        assertArrayEquals(new int[] {3}, STATE.encode(3.0));
        assertRefused(STATE, "2", "write one of {0=waiting, 1=normal, 3=fault}");
        assertRefused(STATE, "broken", "is none of its states");
        assertRefused(STATE, "1e30", "is none of its states");
    }

    @Test
    void flagsTakeTheUsualWords() {
        Register flag = Registers.of("type=BOOL");
        assertEquals(Optional.of(true), decode(flag, 2));
        assertEquals(Optional.of(false), decode(flag, 0));
        for (Object yes : new Object[] {true, 1, 1.0, "TRUE", "1"}) {
            assertArrayEquals(new int[] {1}, flag.encode(yes));
        }
        assertRefused(flag, "maybe", "write true or false");
    }

    @Test
    void flagsOfAWordAreALong() {
        Register bits = Registers.of("type=BITS16", "labels=0=a|15=b");
        assertEquals(Optional.of(0x8001L), decode(bits, 0x8001));
        assertArrayEquals(new int[] {0x8001}, bits.encode(0x8001L));
        assertArrayEquals(new int[] {0x8001}, bits.encode(32769));
        assertRefused(bits, 65536L, "does not fit BITS");
    }

    @ParameterizedTest
    @CsvSource({
        "105, '105 % is above the maximum; write at least 0 % and at most 100 %'",
        "-5, '-5 % is below the minimum; write at least 0 % and at most 100 %'",
        "33, '33 % is between two steps; write 30 % or 35 %'",
        "33.5, '33.5 % is between two steps; write 33 % or 34 %'",
        "NaN, is not a finite number",
        "1e400, is not a finite number",
        "1e999999999, is not a finite number",
        "many, is not a finite number",
        "'', is not a finite number",
    })
    void refusesNumbersOutOfRangeOrStep(String value, String problem) {
        assertRefused(RATE, value, problem);
    }

    @Test
    void refusesNumbersThatAreNotFinite() {
        assertRefused(RATE, Double.NaN, "not a finite number");
        assertRefused(RATE, Float.POSITIVE_INFINITY, "not a finite number");
    }

    @Test
    void takesNumbersOfAllClassesAndForgivesBinaryNoise() {
        for (Object value :
                new Object[] {35, 35L, 35.0, 35.0f, "35", " 35.0 ", "3.5e1", 35.0000000000001}) {
            assertArrayEquals(new int[] {35}, RATE.encode(value));
        }
        assertArrayEquals(new int[] {3}, Registers.scaled("U16", 0.1, 0).encode(0.1 + 0.2));
    }

    @Test
    void stepsBeginAtTheMinimum() {
        Register odd =
                Registers.of("type=U16", "access=RW", "role=owner", "min=1", "max=9", "step=2");
        assertArrayEquals(new int[] {3}, odd.encode(3));
        assertRefused(odd, 4, "write 3 or 5");
    }

    @Test
    void floatsAreHeldToRangeAndStepToo() {
        Register pulse =
                Registers.of(
                        "type=F32",
                        "unit=ms",
                        "access=RW",
                        "role=installer",
                        "min=60",
                        "max=200",
                        "step=20");
        assertArrayEquals(new int[] {0x42A0, 0}, pulse.encode(80));
        assertRefused(pulse, 70, "write 60 ms or 80 ms");
        assertRefused(pulse, 220, "above the maximum");
    }

    @Test
    void neverWritesTheMarkForNoValue() {
        assertRefused(Registers.of("type=U16", "invalid=65535"), 65535, "mark for \"no value\"");
    }

    @Test
    void negativeScalesTurnTheSign() {
        Register setpoint = Registers.scaled("S16", -0.1, 0);
        assertArrayEquals(new int[] {0xFF9C}, setpoint.encode(10));
        assertEquals(Optional.of(10.0), decode(setpoint, 0xFF9C));
    }
}

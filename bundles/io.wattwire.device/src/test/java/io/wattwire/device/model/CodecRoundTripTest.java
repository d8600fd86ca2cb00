package io.wattwire.device.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Round trips; jqwik tries the limits of each range first. */
class CodecRoundTripTest {

    @Provide
    Arbitrary<ValueType> wholeNumbers() {
        return types(
                "U16", "S16", "U32", "S32", "S64", "U8HI", "U8LO", "S8HI", "S8LO", "ENUM", "ENUM32",
                "BITS16", "BITS32", "BCD16", "BCD32");
    }

    @Provide
    Arbitrary<ValueType> timesAndText() {
        return types("HHMM", "HHMM100", "DATETIME", "DATETIME3", "STR1", "STR4", "STR125");
    }

    private static Arbitrary<ValueType> types(String... names) {
        return Arbitraries.of(names)
                .flatMap(
                        name ->
                                Arbitraries.of(WordOrder.class)
                                        .map(order -> ValueType.parse(name, order)));
    }

    @Property
    void wholeNumbersComeBack(@ForAll("wholeNumbers") ValueType type, @ForAll BigInteger any) {
        BigInteger least = RawNumbers.least(type);
        BigInteger most = RawNumbers.most(type);
        BigInteger size = most.subtract(least).add(BigInteger.ONE);
        long number = any.subtract(least).mod(size).add(least).longValue();
        assertEquals(Optional.of(number), type.decode(type.encode(number)));
    }

    @Property
    void limitsComeBack(@ForAll("wholeNumbers") ValueType type) {
        for (BigInteger limit : new BigInteger[] {RawNumbers.least(type), RawNumbers.most(type)}) {
            assertEquals(Optional.of(limit.longValue()), type.decode(type.encode(limit)));
        }
    }

    @Property
    void bitPatternsOf64BitsComeBack(@ForAll long bits, @ForAll WordOrder order) {
        for (String name : new String[] {"U64", "S64", "BITS64"}) {
            ValueType type = ValueType.parse(name, order);
            assertEquals(Optional.of(bits), type.decode(type.encode(bits)));
        }
    }

    @Property
    void floatsComeBack(@ForAll float number, @ForAll WordOrder order) {
        ValueType type = ValueType.parse("F32", order);
        float decoded = ((Double) type.decode(type.encode(number)).orElseThrow()).floatValue();
        assertEquals(number, decoded);
    }

    @Property
    void doublesComeBack(@ForAll double number, @ForAll WordOrder order) {
        ValueType type = ValueType.parse("F64", order);
        assertEquals(Optional.of(number), type.decode(type.encode(number)));
    }

    /**
     * Whatever a device sends decodes to a value or to none, and a value's own words decode to it
     * again.
     */
    @Property
    void anyWordsDecode(@ForAll("timesAndText") ValueType type, @ForAll @Size(125) int[] noise) {
        int[] words = new int[type.words()];
        for (int i = 0; i < words.length; i++) {
            words[i] = noise[i] & 0xFFFF;
        }
        Optional<Object> decoded = type.decode(words);
        decoded.ifPresent(value -> assertEquals(decoded, type.decode(type.encode(value))));
    }

    @Provide
    Arbitrary<Double> scales() {
        return Arbitraries.of(
                1.0, 0.1, 0.01, 0.001, 0.0001, 0.5, 10.0, 100.0, 50.0, 1000.0, -0.1, -1.0, 1e-5);
    }

    @Provide
    Arbitrary<Double> offsets() {
        return Arbitraries.of(0.0, -100.0, -273.15, 2000.0);
    }

    /** 2057 x 0.1 is 205.7 and not 205.70000000000002. */
    @Property
    void scaledNumbersAreExactDecimals(
            @ForAll short raw, @ForAll("scales") double scale, @ForAll("offsets") double offset) {
        Register register = Registers.scaled("S16", scale, offset);
        int[] words = {raw & 0xFFFF};
        double expected =
                BigDecimal.valueOf(scale)
                        .multiply(BigDecimal.valueOf(raw))
                        .add(BigDecimal.valueOf(offset))
                        .doubleValue();
        assertEquals(Optional.of(expected), register.decode(words));
    }

    @Property
    void scaledNumbersComeBack(
            @ForAll int raw, @ForAll("scales") double scale, @ForAll("offsets") double offset) {
        Register register = Registers.scaled("S32", scale, offset);
        int[] words = register.type().encode(raw);
        Object value = register.decode(words).orElseThrow();
        assertArrayEquals(words, register.encode(value));
        assertArrayEquals(words, register.encode(value.toString()));
        assertArrayEquals(words, register.encodeNearest(value));
    }

    @Property
    void whatADeviceShowsIsTheNearest(@ForAll double value) {
        Assume.that(Double.isFinite(value));
        Register register = Registers.scaled("S16", 0.1, 0);
        double shown = (Double) register.decode(register.encodeNearest(value)).orElseThrow();
        double held = Math.max(-3276.8, Math.min(3276.7, value));
        assertEquals(held, shown, 0.0500001);
    }
}

package org.eclipse.kura.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TypedValueTest {
    @ParameterizedTest
    @MethodSource("values")
    void aValueKnowsItsType(DataType type, TypedValue<?> value) {
        assertSame(type, value.getType());
    }

    @ParameterizedTest
    @MethodSource("values")
    void aValueEqualsOneMadeFromTheSame(DataType type, TypedValue<?> value, TypedValue<?> same) {
        assertEquals(value, same);
        assertEquals(value.hashCode(), same.hashCode());
        assertEquals(value.toString(), same.toString());
    }

    @ParameterizedTest
    @MethodSource("values")
    void aValueDiffersFromAnotherAndFromNothing(
            DataType type, TypedValue<?> value, TypedValue<?> same, TypedValue<?> greater) {
        assertNotEquals(value, greater);
        assertNotEquals(null, value);
    }

    @ParameterizedTest
    @MethodSource("values")
    <T> void valuesAreOrderedAndNothingHasNoPlaceAmongThem(
            DataType type, TypedValue<T> value, TypedValue<T> same, TypedValue<T> greater) {
        assertTrue(value.compareTo(greater) < 0);
        assertTrue(greater.compareTo(value) > 0);
        assertEquals(0, value.compareTo(same));
        assertThrows(NullPointerException.class, () -> value.compareTo(null));
    }

    @ParameterizedTest
    @MethodSource("values")
    void theTextShowsClassAndValue(DataType type, TypedValue<?> value) {
        String text = value.toString();
        assertTrue(text.startsWith(value.getClass().getSimpleName() + " [value="), text);
    }

    /** Type, a value, the same value, a greater one. */
    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of(
                        DataType.BOOLEAN,
                        new BooleanValue(false),
                        new BooleanValue(false),
                        new BooleanValue(true)),
                Arguments.of(
                        DataType.BYTE_ARRAY,
                        new ByteArrayValue(new byte[] {1, 2}),
                        new ByteArrayValue(new byte[] {1, 2}),
                        new ByteArrayValue(new byte[] {1, -1})),
                Arguments.of(
                        DataType.DOUBLE,
                        new DoubleValue(0.5),
                        new DoubleValue(0.5),
                        new DoubleValue(Double.NaN)),
                Arguments.of(
                        DataType.FLOAT,
                        new FloatValue(-0.0f),
                        new FloatValue(-0.0f),
                        new FloatValue(0.0f)),
                Arguments.of(
                        DataType.INTEGER,
                        new IntegerValue(-7),
                        new IntegerValue(-7),
                        new IntegerValue(7)),
                Arguments.of(
                        DataType.LONG, new LongValue(1), new LongValue(1), new LongValue(1L << 40)),
                Arguments.of(
                        DataType.STRING,
                        new StringValue("a"),
                        new StringValue("a"),
                        new StringValue("b")));
    }

    @Test
    void valuesOfDifferentTypesDiffer() {
        assertNotEquals(new IntegerValue(5), new LongValue(5));
        assertNotEquals(new FloatValue(5), new DoubleValue(5));
    }

    @Test
    void notANumberEqualsItself() {
        assertEquals(new DoubleValue(Double.NaN), new DoubleValue(Double.NaN));
    }

    @Test
    void aShorterArrayComesBeforeOneThatGoesOn() {
        List<ByteArrayValue> arrays =
                List.of(
                        new ByteArrayValue(new byte[] {1}),
                        new ByteArrayValue(new byte[] {1, 2}),
                        new ByteArrayValue(new byte[] {2}));
        assertEquals(arrays, arrays.stream().sorted().toList());
    }

    @Test
    void bytesAreNotCopied() {
        byte[] bytes = {1};
        assertSame(bytes, new ByteArrayValue(bytes).getValue());
    }

    @Test
    void noBytesAreRefusedButNoTextIsTheEmptyText() {
        assertThrows(NullPointerException.class, () -> new ByteArrayValue(null));
        assertEquals("", new StringValue(null).getValue());
    }
}

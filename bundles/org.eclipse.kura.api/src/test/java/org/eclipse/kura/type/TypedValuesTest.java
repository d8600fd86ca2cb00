package org.eclipse.kura.type;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;

class TypedValuesTest {
    @ParameterizedTest
    @MethodSource
    void aSupportedObjectBecomesAValueOfItsType(Object object, TypedValue<?> value) {
        assertEquals(value, TypedValues.newTypedValue(object));
    }

    static Stream<Arguments> aSupportedObjectBecomesAValueOfItsType() {
        byte[] bytes = {1, 2};
        return Stream.of(
                Arguments.of(true, TypedValues.newBooleanValue(true)),
                Arguments.of(bytes, TypedValues.newByteArrayValue(bytes)),
                Arguments.of(1.5, TypedValues.newDoubleValue(1.5)),
                Arguments.of(1.5f, TypedValues.newFloatValue(1.5f)),
                Arguments.of(7, TypedValues.newIntegerValue(7)),
                Arguments.of(7L, TypedValues.newLongValue(7L)),
                Arguments.of("on", TypedValues.newStringValue("on")));
    }

    @ParameterizedTest
    @NullSource
    @MethodSource
    void anyOtherObjectIsRefused(Object object) {
        assertThrows(IllegalArgumentException.class, () -> TypedValues.newTypedValue(object));
    }

    static List<Object> anyOtherObjectIsRefused() {
        return List.of((short) 1, (byte) 1, 'a', new Date(), new Byte[] {1}, List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "BOOLEAN, true, true",
        "BOOLEAN, TRUE, true",
        "BOOLEAN, yes, false",
        "BOOLEAN, '', false",
        "DOUBLE, 1, 1.0",
        "DOUBLE, ' -2.5e3', -2500.0",
        "FLOAT, 1.5, 1.5",
        "INTEGER, -7, -7",
        "LONG, 9223372036854775807, 9223372036854775807",
        "STRING, ' as is', ' as is'",
        "STRING, '', ''"
    })
    void textIsReadAsTheWantedType(DataType type, String text, String expected) {
        TypedValue<?> value = TypedValues.parseTypedValue(type, text);
        assertEquals(type, value.getType());
        assertEquals(expected, value.getValue().toString());
    }

    @Test
    void bytesAreReadFromBase64() {
        TypedValue<?> value = TypedValues.parseTypedValue(DataType.BYTE_ARRAY, "AQID");
        assertArrayEquals(new byte[] {1, 2, 3}, assertInstanceOf(byte[].class, value.getValue()));
    }

    @ParameterizedTest
    @CsvSource({
        "BYTE_ARRAY, 1",
        "BYTE_ARRAY, a-b=",
        "DOUBLE, ''",
        "DOUBLE, true",
        "FLOAT, abc",
        "INTEGER, 1.5",
        "INTEGER, ' 1'",
        "INTEGER, 2147483648",
        "LONG, 0x10"
    })
    void textOfAnotherTypeIsRefused(DataType type, String text) {
        assertThrows(IllegalArgumentException.class, () -> TypedValues.parseTypedValue(type, text));
    }

    @ParameterizedTest
    @EnumSource
    void noTextIsRefused(DataType type) {
        assertThrows(NullPointerException.class, () -> TypedValues.parseTypedValue(type, null));
    }

    @Test
    void noTypeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> TypedValues.parseTypedValue(null, "1"));
    }
}

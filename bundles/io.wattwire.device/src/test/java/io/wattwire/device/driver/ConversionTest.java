package io.wattwire.device.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.eclipse.kura.type.DataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConversionTest {

    private static Optional<Object> convert(DataType type, Object value) {
        return Conversion.to(type, value).map(typed -> typed.getValue());
    }

    @ParameterizedTest
    @CsvSource({
        "DOUBLE, 230.1",
        "FLOAT, 230.1",
        "STRING, 230.1",
        "INTEGER, 230",
        "LONG, 230",
    })
    void aNumberFitsAllTypesOfNumbersAndText(DataType type, String expected) {
        assertEquals(Optional.of(expected), convert(type, 230.1).map(Object::toString));
    }

    @Test
    void wholeNumbersAsTextHaveNoFraction() {
        assertEquals(Optional.of("4200"), convert(DataType.STRING, 4200.0));
        assertEquals(Optional.of("100000000"), convert(DataType.STRING, 1e8));
    }

    @Test
    void theLastDigitOfALongCounterIsKept() {
        assertEquals(Optional.of(Long.MAX_VALUE - 1), convert(DataType.LONG, Long.MAX_VALUE - 1));
    }

    @Test
    void whatATypeCannotHoldIsNotForcedIntoIt() {
        assertEquals(Optional.empty(), convert(DataType.INTEGER, 3e9));
        assertEquals(Optional.empty(), convert(DataType.LONG, 1e30));
        assertEquals(Optional.empty(), convert(DataType.DOUBLE, "normal"));
        assertEquals(Optional.empty(), convert(DataType.BOOLEAN, 2.0));
        assertEquals(Optional.empty(), convert(DataType.BOOLEAN, "normal"));
        assertEquals(Optional.empty(), convert(DataType.BYTE_ARRAY, 1.0));
    }

    @Test
    void flagsAndNumbersChangeIntoEachOther() {
        assertEquals(Optional.of(true), convert(DataType.BOOLEAN, 1.0));
        assertEquals(Optional.of(false), convert(DataType.BOOLEAN, false));
        assertEquals(Optional.of(1.0), convert(DataType.DOUBLE, true));
    }
}

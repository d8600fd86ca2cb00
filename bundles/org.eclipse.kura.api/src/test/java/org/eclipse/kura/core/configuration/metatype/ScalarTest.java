package org.eclipse.kura.core.configuration.metatype;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.eclipse.kura.configuration.metatype.Scalar;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScalarTest {
    @ParameterizedTest
    @CsvSource({
        "STRING, String",
        "LONG, Long",
        "DOUBLE, Double",
        "FLOAT, Float",
        "INTEGER, Integer",
        "BYTE, Byte",
        "CHAR, Char",
        "BOOLEAN, Boolean",
        "SHORT, Short",
        "PASSWORD, Password"
    })
    void aScalarHasTheValueOfAMetatypeFile(String name, String value) {
        assertEquals(value, Scalar.valueOf(name).value());
        assertSame(Scalar.valueOf(name), Scalar.fromValue(value));
        assertEquals(value, Tscalar.valueOf(name).value());
        assertSame(Tscalar.valueOf(name), Tscalar.fromValue(value));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"string", "STRING", "Int"})
    void theCaseOfAValueMatters(String value) {
        assertThrows(IllegalArgumentException.class, () -> Scalar.fromValue(value));
        assertThrows(IllegalArgumentException.class, () -> Tscalar.fromValue(value));
    }
}

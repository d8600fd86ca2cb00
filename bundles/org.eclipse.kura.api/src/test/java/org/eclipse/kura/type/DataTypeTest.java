package org.eclipse.kura.type;

import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class DataTypeTest {
    @ParameterizedTest
    @EnumSource
    void aTypeIsFoundInUpperAndLowerCase(DataType type) {
        assertSame(type, DataType.getDataType(type.name()));
        assertSame(type, DataType.getDataType(type.name().toLowerCase()));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"INT", "INTEGER ", "BYTE ARRAY"})
    void anyOtherNameIsRefused(String name) {
        assertThrows(IllegalArgumentException.class, () -> DataType.getDataType(name));
    }
}

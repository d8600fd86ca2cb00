package org.eclipse.kura.channel;

import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelTypeTest {
    @ParameterizedTest
    @EnumSource
    void aTypeIsFoundInUpperAndLowerCase(ChannelType type) {
        assertSame(type, ChannelType.getChannelType(type.name()));
        assertSame(type, ChannelType.getChannelType(type.name().toLowerCase()));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"R", " READ", "READ/WRITE"})
    void anyOtherNameIsRefused(String name) {
        assertThrows(IllegalArgumentException.class, () -> ChannelType.getChannelType(name));
    }
}

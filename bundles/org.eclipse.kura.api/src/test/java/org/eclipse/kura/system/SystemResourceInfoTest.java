package org.eclipse.kura.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SystemResourceInfoTest {
    @Test
    void onlyANameLeavesTheRestUnknown() {
        SystemResourceInfo info = new SystemResourceInfo("curl");
        assertEquals("curl", info.getName());
        assertEquals("Unknown", info.getVersion());
        assertSame(SystemResourceType.UNKNOWN, info.getType());
    }

    @ParameterizedTest
    @EnumSource
    void aKindIsGivenByNameOrItself(SystemResourceType type) {
        assertSame(type, new SystemResourceInfo("curl", "8", type.name()).getType());
        assertEquals(type.name(), new SystemResourceInfo("curl", "8", type).getTypeString());
    }

    @Test
    void anotherKindIsRefused() {
        assertThrows(
                IllegalArgumentException.class, () -> new SystemResourceInfo("curl", "8", "deb"));
    }

    @Test
    void extendedPropertiesCannotBeChanged() {
        ExtendedPropertyGroup group = new ExtendedPropertyGroup("site", Map.of("phases", "3"));
        ExtendedProperties properties = new ExtendedProperties("1.0", List.of(group));
        assertEquals("1.0", properties.getVersion());
        assertEquals(List.of(group), properties.getPropertyGroups());
        assertEquals("site", group.getName());
        assertEquals(Map.of("phases", "3"), group.getProperties());
        assertThrows(
                UnsupportedOperationException.class, () -> properties.getPropertyGroups().clear());
        assertThrows(UnsupportedOperationException.class, () -> group.getProperties().clear());
    }

    @Test
    void extendedPropertiesNeedAllTheirParts() {
        assertThrows(NullPointerException.class, () -> new ExtendedProperties(null, List.of()));
        assertThrows(NullPointerException.class, () -> new ExtendedProperties("1.0", null));
        assertThrows(NullPointerException.class, () -> new ExtendedPropertyGroup(null, Map.of()));
        assertThrows(NullPointerException.class, () -> new ExtendedPropertyGroup("site", null));
    }
}

package org.eclipse.kura.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.Map;
import org.eclipse.kura.type.LongValue;
import org.eclipse.kura.type.TypedValue;
import org.junit.jupiter.api.Test;

class WireRecordTest {
    @Test
    void aRecordNeedsProperties() {
        assertThrows(NullPointerException.class, () -> new WireRecord(null));
    }

    @Test
    void thePropertiesAreAViewThatCannotBeChanged() {
        Map<String, TypedValue<?>> properties = new HashMap<>();
        WireRecord record = new WireRecord(properties);
        properties.put("power", new LongValue(230));
        assertEquals(properties, record.getProperties());
        assertThrows(UnsupportedOperationException.class, () -> record.getProperties().clear());
    }
}

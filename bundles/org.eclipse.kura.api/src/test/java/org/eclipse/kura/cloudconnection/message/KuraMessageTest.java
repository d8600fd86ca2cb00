package org.eclipse.kura.cloudconnection.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.Map;
import org.eclipse.kura.message.KuraPayload;
import org.junit.jupiter.api.Test;

class KuraMessageTest {
    private final KuraPayload payload = new KuraPayload();

    @Test
    void aMessageCarriesAPayloadOrNone() {
        assertSame(payload, new KuraMessage(payload).getPayload());
        assertNull(new KuraMessage(null).getPayload());
    }

    @Test
    void thePropertiesAreTheMessagesOwn() {
        Map<String, Object> properties = new HashMap<>(Map.of("assetName", "meter"));
        KuraMessage message = new KuraMessage(payload, properties);
        properties.clear();
        assertEquals(Map.of("assetName", "meter"), message.getProperties());
        message.getProperties().put("qos", 1);
        assertEquals(Map.of("assetName", "meter", "qos", 1), message.getProperties());
    }

    @Test
    void withoutPropertiesThereIsRoomForThem() {
        KuraMessage message = new KuraMessage(payload);
        assertEquals(Map.of(), message.getProperties());
        message.getProperties().put("qos", 1);
        assertEquals(Map.of("qos", 1), message.getProperties());
    }

    @Test
    void noPropertiesAreRefused() {
        assertThrows(NullPointerException.class, () -> new KuraMessage(payload, null));
    }
}

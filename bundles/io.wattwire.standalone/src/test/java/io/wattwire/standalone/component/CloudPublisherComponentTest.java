package io.wattwire.standalone.component;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.standalone.monitor.Faults;
import io.wattwire.standalone.monitor.Taps;
import io.wattwire.standalone.testing.FakeComponents;
import io.wattwire.standalone.wire.LocalWireHelperService;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.kura.KuraErrorCode;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.cloudconnection.listener.CloudConnectionListener;
import org.eclipse.kura.cloudconnection.listener.CloudDeliveryListener;
import org.eclipse.kura.cloudconnection.message.KuraMessage;
import org.eclipse.kura.cloudconnection.publisher.CloudPublisher;
import org.eclipse.kura.type.TypedValues;
import org.eclipse.kura.wire.WireEnvelope;
import org.eclipse.kura.wire.WireRecord;
import org.junit.jupiter.api.Test;

class CloudPublisherComponentTest {
    private static final WireRecord RECORD =
            new WireRecord(
                    Map.of(
                            "assetName", TypedValues.newStringValue("meter"),
                            "grid_power", TypedValues.newDoubleValue(-5),
                            "grid_power_timestamp", TypedValues.newLongValue(1000)));

    private final Publisher publisher = new Publisher();

    /** Remembers messages, or fails. */
    private static final class Publisher implements CloudPublisher {
        final List<KuraMessage> messages = new ArrayList<>();
        boolean fails;

        @Override
        public String publish(KuraMessage message) throws KuraException {
            if (fails) {
                throw new KuraException(KuraErrorCode.STORE_ERROR, "full");
            }
            messages.add(message);
            return "1";
        }

        @Override
        public void registerCloudConnectionListener(CloudConnectionListener listener) {}

        @Override
        public void unregisterCloudConnectionListener(CloudConnectionListener listener) {}

        @Override
        public void registerCloudDeliveryListener(CloudDeliveryListener listener) {}

        @Override
        public void unregisterCloudDeliveryListener(CloudDeliveryListener listener) {}
    }

    private CloudPublisherComponent component(Map<String, Object> settings) {
        Map<String, Object> properties = new HashMap<>(settings);
        properties.put("service.pid", "org.eclipse.kura.wire.CloudPublisher-1");
        properties.put("kura.service.pid", "publisher");
        CloudPublisherComponent component =
                new CloudPublisherComponent(
                        new LocalWireHelperService(null, new Taps(), new Faults()),
                        FakeComponents.context(properties),
                        properties);
        component.publisher = publisher;
        return component;
    }

    private static WireEnvelope envelope(WireRecord... records) {
        return new WireEnvelope("x", List.of(records));
    }

    @Test
    void eachRecordBecomesAMessageWithAllItsProperties() {
        long before = System.currentTimeMillis();

        component(Map.of()).onWireReceive(envelope(RECORD, RECORD));

        assertEquals(2, publisher.messages.size());
        KuraMessage message = publisher.messages.get(0);
        assertEquals(-5.0, message.getPayload().getMetric("grid_power"));
        assertEquals(1000L, message.getPayload().getMetric("grid_power_timestamp"));
        assertEquals("meter", message.getProperties().get("assetName"));
        assertTrue(
                message.getPayload().getTimestamp().getTime() >= before, "the time of publishing");
    }

    @Test
    void withoutAPublisherNothingHappens() {
        CloudPublisherComponent component = component(Map.of());
        component.publisher = null;

        component.onWireReceive(envelope(RECORD));

        assertEquals(0, publisher.messages.size());
    }

    @Test
    void aFailureGoesNoFurtherAndTheNextEnvelopeIsPublished() {
        CloudPublisherComponent component = component(Map.of());
        publisher.fails = true;
        component.onWireReceive(envelope(RECORD));
        publisher.fails = false;

        component.onWireReceive(envelope(RECORD));

        assertEquals(1, publisher.messages.size());
    }

    @Test
    void aPropertyCanBecomeTheBodyInstead() {
        component(Map.of("set.body.from.property", "assetName", "remove.body.from.metrics", true))
                .onWireReceive(envelope(RECORD));

        KuraMessage message = publisher.messages.get(0);
        assertArrayEquals("meter".getBytes(StandardCharsets.UTF_8), message.getPayload().getBody());
        assertEquals(
                Set.of("grid_power", "grid_power_timestamp"),
                message.getPayload().metrics().keySet());
    }
}

package io.wattwire.source.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.broker.Broker;
import io.wattwire.device.source.SourceSettings;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.junit.jupiter.api.Test;

class SubscriptionTest {

    private final BlockingQueue<Map<String, Double>> emitted = new LinkedBlockingQueue<>();

    private static MqttSettings settings(int port) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("host", "127.0.0.1");
        properties.put("port", String.valueOf(port));
        properties.put("topic", "house/meter");
        return MqttSettings.of("source", new SourceSettings(properties, null));
    }

    private static void publish(MqttClient client, String text, boolean retained)
            throws MqttException {
        client.publish("house/meter", text.getBytes(StandardCharsets.UTF_8), 1, retained);
    }

    /** The subscription may not stand yet when the first messages go out. */
    private void publishUntilSeen(MqttClient client, double power, double before) throws Exception {
        for (int i = 0; i < 300; i++) {
            publish(client, "{\"power_active\": " + power + "}", false);
            Map<String, Double> seen = emitted.poll(200, TimeUnit.MILLISECONDS);
            if (Map.of("power_active", power).equals(seen)) {
                return;
            }
            assertTrue(seen == null || seen.equals(Map.of("power_active", before)), "" + seen);
        }
        throw new AssertionError("no message arrived in 60 s");
    }

    @Test
    void emitsWhatArrivesNeverWhatWasRetainedAndSurvivesTheBroker() throws Exception {
        int port;
        try (Broker broker = Broker.start(0);
                MqttClient client = client("tcp://127.0.0.1:" + broker.port())) {
            port = broker.port();
            publish(client, "{\"power_active\": 999}", true);
            try (Subscription subscription =
                    new Subscription("s", settings(port), (values, time) -> emitted.add(values))) {
                publishUntilSeen(client, 1, 1);
                publish(client, "no JSON", false);
                publishUntilSeen(client, 2, 1);
                assertTrue(
                        emitted.stream().noneMatch(it -> it.containsValue(999.0)),
                        "a retained value has no age");
                assertNotNull(subscription);
            }
            client.disconnect();
        }
    }

    @Test
    void othersHearItsLastWillWhenItIsGone() throws Exception {
        BlockingQueue<String> wills = new LinkedBlockingQueue<>();
        try (Broker broker = Broker.start(0);
                MqttClient client = client("tcp://127.0.0.1:" + broker.port())) {
            client.subscribe("house/state", (topic, said) -> wills.add(said.toString()));
            Map<String, Object> properties = new HashMap<>();
            properties.put("port", String.valueOf(broker.port()));
            properties.put("topic", "house/meter");
            properties.put("will.topic", "house/state");
            properties.put("will.message", "gone");
            MqttSettings settings = MqttSettings.of("source", new SourceSettings(properties, null));
            try (Subscription subscription =
                    new Subscription("s", settings, (values, time) -> emitted.add(values))) {
                publishUntilSeen(client, 1, 1);
                assertNull(wills.poll(), "it is there");
                assertNotNull(subscription);
            }
            assertEquals("gone", wills.poll(30, TimeUnit.SECONDS));
            client.disconnect();
        }
    }

    private static MqttClient client(String url) throws MqttException {
        MqttClient client = new MqttClient(url, "tester", new MemoryPersistence());
        client.connect();
        return client;
    }

    @Test
    void wrongSettingsAreNamed() {
        SourceSettings wrong =
                new SourceSettings(
                        Map.of(
                                "host", "bad host",
                                "port", "0",
                                "topic", "a/#/b",
                                "format", "xml",
                                "tls", "maybe",
                                "tls.ca", "ca.pem",
                                "will.topic", "x/+"),
                        null);
        assertNull(MqttSettings.of("s", wrong));
        String problems = String.join("\n", wrong.plain().problems());
        for (String each :
                new String[] {"host", "port", "topic", "format", "tls", "tls.ca", "will.topic"}) {
            assertTrue(problems.contains(each + " is"), each + " not in " + problems);
        }
    }

    @Test
    void aLoneNumberNeedsAName() {
        SourceSettings wrong = new SourceSettings(Map.of("format", "number"), null);
        assertNull(MqttSettings.of("s", wrong));
        assertTrue(wrong.plain().problems().get(0).startsWith("value.name is empty"));
    }
}

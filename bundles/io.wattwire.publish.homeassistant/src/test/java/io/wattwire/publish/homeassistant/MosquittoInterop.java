package io.wattwire.publish.homeassistant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.session.StateStore;
import io.wattwire.device.source.SourceSettings;
import io.wattwire.publish.Delivery;
import io.wattwire.publish.Sample;
import io.wattwire.publish.mqtt.MqttAccess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real mosquitto with TLS and a password. */
class MosquittoInterop {

    private static final String CONFIG = "homeassistant/device/wattwire_SN_1/config";

    @TempDir Path folder;
    private final House house = new House();
    private final Map<String, BlockingQueue<String>> heard = new HashMap<>();
    private Mosquitto broker;

    @BeforeEach
    void start() throws Exception {
        broker = new Mosquitto(folder);
    }

    @AfterEach
    void stop() throws Exception {
        broker.close();
    }

    private Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>();
        properties.put("host", "127.0.0.1");
        properties.put("port", broker.port());
        properties.put("tls", true);
        properties.put("tls.ca", broker.certificate().toString());
        properties.put("username", Mosquitto.USER);
        properties.put("client.id", "gateway");
        properties.put("control.enabled", true);
        properties.put("control.points", "inverter/charge_power");
        return properties;
    }

    /** Kura's crypto service, which decrypts the password, is not here. */
    private HomeAssistantSettings settings(Map<String, Object> properties, String password) {
        SourceSettings given = new SourceSettings(properties, null);
        HomeAssistantSettings settings = HomeAssistantSettings.of("p", "gw", given);
        assertEquals(List.of(), given.plain().problems());
        MqttAccess access = settings.access();
        return new HomeAssistantSettings(
                new MqttAccess(
                        access.url(),
                        access.clientId(),
                        access.username(),
                        Optional.of(password.toCharArray()),
                        access.trust(),
                        access.keepAliveSeconds()),
                settings.topics(),
                settings.discovery(),
                settings.gateway(),
                settings.expireSeconds(),
                settings.rules());
    }

    private HomeAssistantTarget target(Map<String, Object> properties, String password) {
        return new HomeAssistantTarget(
                "p", settings(properties, password), house, StateStore.inMemory());
    }

    private MqttClient client(String id) throws MqttException {
        MqttConnectOptions options = new MqttConnectOptions();
        MqttAccess own = settings(properties(), Mosquitto.PASSWORD).access();
        own.username().ifPresent(options::setUserName);
        own.password().ifPresent(options::setPassword);
        own.trust().ifPresent(options::setSocketFactory);
        MqttClient client =
                new MqttClient("ssl://127.0.0.1:" + broker.port(), id, new MemoryPersistence());
        client.setTimeToWait(20_000);
        client.connect(options);
        return client;
    }

    private synchronized BlockingQueue<String> queue(String topic) {
        return heard.computeIfAbsent(topic, it -> new LinkedBlockingQueue<>());
    }

    private String next(String topic) throws InterruptedException {
        String text = queue(topic).poll(60, TimeUnit.SECONDS);
        assertNotNull(text, "nothing on " + topic + " within a minute");
        return text;
    }

    private static List<Sample> power(double watts) {
        return List.of(new Sample("inverter", "power", watts, System.currentTimeMillis()));
    }

    @Test
    void valuesDescriptionsCommandsAndTheLastWillPass() throws Exception {
        try (HomeAssistantTarget target = target(properties(), Mosquitto.PASSWORD)) {
            assertEquals(Delivery.COMPLETE, target.deliver(power(7)));
            MqttClient home = client("home");
            home.subscribe(
                    "#",
                    1,
                    (topic, message) ->
                            queue(topic)
                                    .add(new String(message.getPayload(), StandardCharsets.UTF_8)));
            assertEquals("online", next("wattwire/status"), "retained");
            assertTrue(next(CONFIG).contains("charge_power_set"), "retained");
            target.deliver(power(8.5));
            assertEquals("8.5", next("wattwire/inverter/power"));
            home.publish(
                    "wattwire/inverter/charge_power/set",
                    "1500".getBytes(StandardCharsets.UTF_8),
                    1,
                    false);
            assertTrue(next("wattwire/inverter/charge_power/result").contains("\"done\":true"));
            assertEquals("charge_power=1500.0", house.written.poll());
            home.publish(
                    "wattwire/inverter/charge_power/set",
                    "10".getBytes(StandardCharsets.UTF_8),
                    1,
                    true);
            assertTrue(
                    next("wattwire/inverter/charge_power/result").contains("\"done\":true"),
                    "sent while we listen it is of now");
            house.written.clear();
            MqttClient thief = client("gateway"); // whose name is taken is dropped
            assertEquals("offline", next("wattwire/status"), "the last will");
            thief.disconnectForcibly(100, 100);
            thief.close(true);
            assertTrue(
                    next("wattwire/inverter/charge_power/result").contains("retained"),
                    "heard again when the connection stands again");
            assertEquals(0, house.written.size(), "nothing is written");
            target.retire();
            home.disconnect();
            home.close();
        }
    }

    @Test
    void aWrongPasswordAndAForeignCertificateAreNamed() {
        assertFails(properties(), "wrong", "(?i).*(not authori[sz]ed|bad user).*");
        Map<String, Object> doubtful = properties();
        doubtful.remove("tls.ca");
        assertFails(doubtful, Mosquitto.PASSWORD, "(?i).*(PKIX|certificat).*");
    }

    private void assertFails(Map<String, Object> properties, String password, String reason) {
        try (HomeAssistantTarget target = target(properties, password)) {
            IOException failure = assertThrows(IOException.class, () -> target.deliver(power(1)));
            assertTrue(failure.getMessage().matches(reason), failure.getMessage());
        }
    }
}

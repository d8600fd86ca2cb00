package io.wattwire.publish.homeassistant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.wattwire.broker.Broker;
import io.wattwire.device.session.StateStore;
import io.wattwire.device.source.SourceSettings;
import io.wattwire.publish.Delivery;
import io.wattwire.publish.Sample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Against a broker, as Home Assistant sees it. */
@Execution(ExecutionMode.CONCURRENT) // they mostly wait, each for a broker of its own
class HomeAssistantTargetTest {

    private static final String CONFIG = "homeassistant/device/wattwire_SN_1/config";

    private final House house = new House();
    private final Map<String, BlockingQueue<String>> heard = new HashMap<>();
    private Broker broker;
    private MqttClient home;

    @BeforeEach
    void listen() throws Exception {
        broker = Broker.start(0);
        home = client();
    }

    private MqttClient client() throws MqttException {
        MqttClient client =
                new MqttClient(
                        "tcp://127.0.0.1:" + broker.port(),
                        MqttClient.generateClientId(),
                        new MemoryPersistence());
        client.setTimeToWait(20_000);
        client.connect();
        client.subscribe(
                "#",
                1,
                (topic, message) ->
                        queue(topic).add(new String(message.getPayload(), StandardCharsets.UTF_8)));
        return client;
    }

    @AfterEach
    void end() throws Exception {
        home.disconnectForcibly(100, 100);
        home.close(true);
        broker.close();
    }

    private synchronized BlockingQueue<String> queue(String topic) {
        return heard.computeIfAbsent(topic, it -> new LinkedBlockingQueue<>());
    }

    private String next(String topic) throws InterruptedException {
        String text = queue(topic).poll(60, TimeUnit.SECONDS);
        assertNotNull(text, "nothing on " + topic + " within a minute");
        return text;
    }

    private HomeAssistantTarget target(Map<String, Object> more) {
        Map<String, Object> properties = new HashMap<>(more);
        properties.put("host", "127.0.0.1");
        properties.put("port", broker.port());
        SourceSettings given = new SourceSettings(properties, null);
        HomeAssistantSettings settings = HomeAssistantSettings.of("p", "gw", given);
        assertEquals(List.of(), given.plain().problems());
        return new HomeAssistantTarget("p", settings, house, StateStore.inMemory());
    }

    private static Sample sample(String channel, Object value, long ageMillis) {
        long time = System.currentTimeMillis() - ageMillis;
        return new Sample("inverter", channel, value, time);
    }

    private void say(String topic, String payload, boolean retained) throws MqttException {
        home.publish(topic, payload.getBytes(StandardCharsets.UTF_8), 1, retained);
    }

    @Test
    void valuesArriveAfterTheirDescriptionAndLateOnesBesides() throws Exception {
        try (HomeAssistantTarget target = target(Map.of())) {
            assertEquals(
                    Delivery.COMPLETE,
                    target.deliver(
                            List.of(
                                    sample("power", 1.0, 3_600_000),
                                    sample("power", 1234.50, 0),
                                    sample("mode", "eco", 0),
                                    sample("running", true, 0))));
            assertEquals("online", next("wattwire/status"));
            assertTrue(next(CONFIG).contains("SN 1"));
            assertEquals("1234.5", next("wattwire/inverter/power"));
            assertEquals("eco", next("wattwire/inverter/mode"));
            assertEquals("true", next("wattwire/inverter/running"));
            JsonObject late =
                    JsonParser.parseString(next("wattwire/inverter/power/late")).getAsJsonObject();
            assertEquals(1.0, late.get("value").getAsDouble());
            assertTrue(late.get("time").getAsLong() < System.currentTimeMillis() - 3_000_000);
        }
        assertEquals("offline", next("wattwire/status"));
    }

    @Test
    void homeAssistantThatStartsHearsTheStatesAgain() throws Exception {
        try (HomeAssistantTarget target = target(Map.of())) {
            target.deliver(List.of(sample("power", 7.0, 0)));
            assertEquals("7", next("wattwire/inverter/power"));
            say("homeassistant/status", "online", false);
            assertEquals("7", next("wattwire/inverter/power"));
        }
    }

    @Test
    void commandsAreCarriedOutOrAnsweredWithAReasonAndRetainedOnesIgnored() throws Exception {
        say("wattwire/inverter/charge_power/set", "4000", true);
        try (HomeAssistantTarget target =
                target(
                        Map.of(
                                "control.enabled",
                                true,
                                "control.points",
                                "inverter/charge_power; inverter/mode"))) {
            target.deliver(List.of(sample("power", 7.0, 0)));
            String result = "wattwire/inverter/charge_power/result";
            String ignored = next(result);
            assertTrue(ignored.contains("retained"), ignored);
            say("wattwire/inverter/charge_power/set", "", false); // clears the topic
            say("wattwire/inverter/charge_power/set", "1500", false);
            assertEquals("{\"done\":true,\"value\":\"1500\"}", next(result));
            assertEquals("charge_power=1500.0", house.written.poll());
            assertEquals("1500", next("wattwire/inverter/charge_power"));
            say("wattwire/inverter/charge_power/set", "9999", false);
            assertTrue(next(result).contains("0 to 5000 W"));
            say("wattwire/inverter/charge_power/set", "x".repeat(100_000 / 20), false);
            assertTrue(next(result).contains("\"done\":false"));
            say("wattwire/inverter/grid_code/set", "1", false);
            assertTrue(next("wattwire/inverter/grid_code/result").contains("not commanded"));
            assertNull(house.written.poll(), "nothing else was written");
        }
    }

    @Test
    void withoutControlNothingListens() throws Exception {
        try (HomeAssistantTarget target =
                target(Map.of("control.points", "inverter/charge_power"))) {
            target.deliver(List.of(sample("power", 7.0, 0)));
            assertFalse(next(CONFIG).contains("command_topic"));
            say("wattwire/inverter/charge_power/set", "1500", false);
            say("homeassistant/status", "online", false); // answered after it
            assertEquals("7", next("wattwire/inverter/power"));
            assertEquals("7", next("wattwire/inverter/power"));
            assertNull(house.written.poll());
        }
    }

    @Test
    void anOwnersRemovalClearsWhatWasRetained() throws Exception {
        try (HomeAssistantTarget target = target(Map.of())) {
            target.deliver(List.of(sample("power", 7.0, 0)));
            assertFalse(next(CONFIG).isEmpty());
            target.retire();
            assertEquals("", next(CONFIG));
        }
    }

    @Test
    void aBrokerThatIsAwayIsSaidAndFoundAgain() throws Exception {
        int port = broker.port();
        try (HomeAssistantTarget target = target(Map.of())) {
            target.deliver(List.of(sample("power", 1.0, 0)));
            broker.close();
            assertThrows(IOException.class, () -> target.deliver(List.of(sample("power", 2.0, 0))));
            broker = Broker.start(port);
            home.close(true);
            home = client();
            heard.clear();
            target.deliver(List.of(sample("power", 2.0, 0)));
            assertEquals("2", next("wattwire/inverter/power"));
        }
    }

    @Test
    void wrongSettingsAreNamed() {
        Map<String, Object> wrong =
                Map.of(
                        "host", "bad host",
                        "port", "0",
                        "topic.root", "a/#",
                        "discovery.prefix", "/",
                        "tls", "true",
                        "tls.ca", "/nowhere/ca.pem",
                        "channels", "*_energy_* = last 600",
                        "control.enabled", "true");
        SourceSettings given = new SourceSettings(wrong, null);
        assertNull(HomeAssistantSettings.of("p", "gw", given));
        String problems = String.join("\n", given.plain().problems());
        for (String each :
                List.of("host", "port", "topic.root", "discovery.prefix", "tls.ca", "expire")) {
            assertTrue(problems.contains(each), each + " not in " + problems);
        }
        assertTrue(problems.contains("control.points is empty"), problems);
    }
}

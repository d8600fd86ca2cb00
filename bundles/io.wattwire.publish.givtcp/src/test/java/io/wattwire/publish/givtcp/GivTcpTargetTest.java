package io.wattwire.publish.givtcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.wattwire.broker.Broker;
import io.wattwire.device.source.SourceSettings;
import io.wattwire.publish.Delivery;
import io.wattwire.publish.Sample;
import io.wattwire.publish.TryLaterException;
import io.wattwire.publish.givtcp.data.Day;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a broker, as GivTCP's readers see it. */
class GivTcpTargetTest {

    private static final String SN = "SA2114G047";
    private static final String ROOT = "GivEnergy/" + SN + "/";
    private static final String POWER = ROOT + "Power/Power/PV_Power";
    private static final String CONFIG = "homeassistant/sensor/GivEnergy/" + SN + "_";

    private final Map<String, BlockingQueue<String>> heard = new ConcurrentHashMap<>();
    private Broker broker;
    private MqttClient reader;

    @BeforeEach
    void listen() throws Exception {
        broker = Broker.start(0);
        reader = reader();
    }

    private MqttClient reader() throws MqttException {
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
        reader.disconnectForcibly(100, 100);
        reader.close(true);
        broker.close();
    }

    private BlockingQueue<String> queue(String topic) {
        return heard.computeIfAbsent(topic, it -> new LinkedBlockingQueue<>());
    }

    private String next(String topic) throws InterruptedException {
        String text = queue(topic).poll(60, TimeUnit.SECONDS);
        assertNotNull(text, "nothing on " + topic + " within a minute");
        return text;
    }

    private static GivTcpSettings settings(Map<String, Object> properties) {
        SourceSettings given = new SourceSettings(properties, null);
        GivTcpSettings settings = GivTcpSettings.of("p", given);
        assertEquals(List.of(), given.plain().problems());
        return settings;
    }

    private GivTcpTarget target(Map<String, Object> more) {
        Map<String, Object> properties = new HashMap<>(more);
        properties.put("host", "127.0.0.1");
        properties.put("port", broker.port());
        return new GivTcpTarget("p", settings(properties), Day.NOBODY);
    }

    private static List<Sample> day(Object... changes) {
        Map<String, Object> values = Day.values();
        for (int i = 0; i < changes.length; i += 2) {
            values.put(changes[i].toString(), changes[i + 1]);
        }
        return Day.samples(values, System.currentTimeMillis());
    }

    @Test
    void eachKeyHasItsTopicAndItsDescriptionAndTheInverterItsStatus() throws Exception {
        try (GivTcpTarget target = target(Map.of())) {
            assertEquals(Delivery.COMPLETE, target.deliver(day()));
            assertEquals("online", next(ROOT + "status"));
            assertEquals("3400", next(POWER));
            assertEquals("-1450", next(ROOT + "Power/Power/Battery_Power"));
            assertEquals("00:30:00", next(ROOT + "Timeslots/Charge_start_time_slot_1"));
            assertEquals("64", next(ROOT + "Battery_Details/BG2145G001/Battery_SOC"));
            JsonObject entity =
                    JsonParser.parseString(next(CONFIG + "Battery_Power/config")).getAsJsonObject();
            assertEquals(ROOT + "Power/Power/Battery_Power", entity.get("stat_t").getAsString());
            assertEquals(ROOT + "status", entity.get("avty_t").getAsString());
            assertEquals(SN + "_Power_Battery_Power", entity.get("uniq_id").getAsString());
            assertEquals("GivTCP Battery Power", entity.get("name").getAsString());
            assertEquals("power", entity.get("device_class").getAsString());
            assertFalse(entity.has("command_topic"));
            assertTrue(next(CONFIG + "BG2145G001_Battery_SOC/config").contains("\"%\""));
            target.deliver(day("pv1_power", 100.0));
            assertEquals("1000", next(POWER));
            assertNull(queue(CONFIG + "Battery_Power/config").poll(), "described once");
            assertFalse(heard.keySet().stream().anyMatch(it -> it.contains("/raw/")));
            target.retire();
            assertEquals("", next(CONFIG + "Battery_Power/config"));
        }
        assertEquals("offline", next(ROOT + "status"));
    }

    @Test
    void eachInverterHasItsTopicsItsDescriptionsAndItsStatus() throws Exception {
        try (GivTcpTarget target = target(Map.of("topic.root", "House/Giv", "raw", true))) {
            List<Sample> both = new ArrayList<>(day());
            long now = System.currentTimeMillis();
            both.add(new Sample("garage", "serial_number", "CE2000G001", now));
            both.add(new Sample("garage", "grid_power", 250.0, now));
            target.deliver(both);
            assertEquals("online", next("House/Giv/" + SN + "/status"));
            assertEquals("online", next("House/Giv/CE2000G001/status"));
            assertEquals("-250", next("House/Giv/CE2000G001/Power/Power/Grid_Power"));
            assertEquals("1200", next("House/Giv/" + SN + "/Power/Power/Grid_Power"));
            assertEquals("-1200.0", next("House/Giv/" + SN + "/raw/invertor/grid_power"));
            assertEquals("64.0", next("House/Giv/" + SN + "/raw/batteries/BG2145G001/soc"));
            next(CONFIG + "Grid_Power/config");
            next("homeassistant/sensor/GivEnergy/CE2000G001_Grid_Power/config");
        }
    }

    @Test
    void whatMayBeCommandedIsDescribedSoAndAnswered() throws Exception {
        try (GivTcpTarget target =
                target(
                        Map.of(
                                "control.enabled",
                                true,
                                "control.points",
                                "inverter/charge_rate; inverter/battery_mode"))) {
            target.deliver(day());
            String rate =
                    next("homeassistant/number/GivEnergy/" + SN + "_Battery_Charge_Rate/config");
            assertTrue(rate.contains("\"GivEnergy/control/" + SN + "/setChargeRate\""), rate);
            String mode = next("homeassistant/select/GivEnergy/" + SN + "_Mode/config");
            assertTrue(mode.contains("Eco (Paused)"), mode);
            next(CONFIG + "Target_SOC/config");
            byte[] half = "50".getBytes(StandardCharsets.UTF_8);
            reader.publish("GivEnergy/control/" + SN + "/setChargeRate", half, 1, false);
            String documented = "GivEnergy/" + SN + "/control/setDischargeRate";
            assertTrue(next("GivEnergy/" + SN + "/result/setChargeRate").contains("\"result\""));
            reader.publish(documented, half, 1, false);
            assertTrue(
                    next("GivEnergy/" + SN + "/result/setDischargeRate")
                            .contains("control.points"));
        }
    }

    @Test
    void aBrokerThatIsAwayCostsWhatCameMeanwhileAndGetsWhatHoldsThen() throws Exception {
        int port = broker.port();
        try (GivTcpTarget target = target(Map.of())) {
            target.deliver(day());
            broker.close();
            List<Sample> lost = day("pv1_power", 1.0);
            Delivery delivery = target.deliver(lost);
            assertEquals(lost.size(), delivery.refused());
            assertTrue(delivery.reason().contains("tcp://127.0.0.1"), delivery.reason());
            broker = Broker.start(port);
            reader.close(true);
            reader = reader();
            heard.clear();
            assertEquals(Delivery.COMPLETE, target.deliver(day("pv1_power", 2.0)));
            assertEquals("902", next(POWER));
            assertEquals("online", next(ROOT + "status"));
            next(CONFIG + "PV_Power/config");
        }
    }

    private static HttpServer database(HttpHandler answers) throws IOException {
        HttpServer database =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        database.createContext("/", answers);
        database.start();
        return database;
    }

    private static GivTcpTarget into(HttpServer database) throws Exception {
        Map<String, Object> properties =
                Map.of(
                        "mqtt",
                        false,
                        "influx",
                        true,
                        "influx.url",
                        "http://127.0.0.1:" + database.getAddress().getPort(),
                        "influx.org",
                        "giv tcp",
                        "influx.bucket",
                        "giv_bucket");
        return new GivTcpTarget("p", settings(properties), Day.NOBODY);
    }

    @Test
    void theDatabaseGetsALineForEachCycleWithItsTime() throws Exception {
        BlockingQueue<String> posted = new LinkedBlockingQueue<>();
        HttpServer database =
                database(
                        call -> {
                            posted.add(call.getRequestURI().toString());
                            posted.add(
                                    new String(
                                            call.getRequestBody().readAllBytes(),
                                            StandardCharsets.UTF_8));
                            call.sendResponseHeaders(204, -1);
                            call.close();
                        });
        try (GivTcpTarget target = into(database)) {
            List<Sample> two = new ArrayList<>(Day.samples(Day.values(), Day.TIME));
            two.add(new Sample("inverter", "grid_power", 500.0, Day.TIME + 10_000));
            assertEquals(Delivery.COMPLETE, target.deliver(two));
            assertEquals("/api/v2/write?precision=ms&org=giv+tcp&bucket=giv_bucket", posted.poll());
            String[] lines = posted.poll().split("\n");
            assertEquals(2, lines.length);
            assertTrue(lines[0].startsWith(SN + ",tagKey=GivReal pv_power_string_1=2500,"));
            assertTrue(lines[0].contains(",battery_power=-1450,"), lines[0]);
            assertTrue(lines[0].contains(",solar_to_house=700,"), lines[0]);
            assertTrue(lines[0].contains(",export_energy_today_kwh=4.4,"), lines[0]);
            assertTrue(lines[0].endsWith(" " + Day.TIME), lines[0]);
            assertTrue(lines[1].contains(",grid_power=-500,"), lines[1]);
            assertTrue(lines[1].endsWith(" " + (Day.TIME + 10_000)), lines[1]);
        } finally {
            database.stop(0);
        }
    }

    /** What fails comes again, with what was read meanwhile. */
    @Test
    void aDatabaseThatWasAwayGetsEachCycleOnceWithItsOwnTime() throws Exception {
        List<String> lines = new CopyOnWriteArrayList<>();
        AtomicInteger status = new AtomicInteger(503);
        HttpServer database =
                database(
                        call -> {
                            byte[] body = call.getRequestBody().readAllBytes();
                            if (status.get() < 300) {
                                lines.addAll(
                                        List.of(
                                                new String(body, StandardCharsets.UTF_8)
                                                        .split("\n")));
                            }
                            call.sendResponseHeaders(status.get(), -1);
                            call.close();
                        });
        try (GivTcpTarget target = into(database)) {
            List<Sample> growing = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                growing.add(new Sample("inverter", "serial_number", SN, Day.TIME));
                growing.add(new Sample("inverter", "grid_power", -i * 100.0, time(i)));
                List<Sample> batch = List.copyOf(growing);
                assertThrows(TryLaterException.class, () -> target.deliver(batch));
            }
            status.set(204);
            target.deliver(growing);
            for (int i = 0; i < 5; i++) {
                assertTrue(lines.get(i).contains(" grid_power=" + i * 100 + ","), lines.get(i));
                assertTrue(lines.get(i).endsWith(" " + time(i)), lines.get(i));
            }
            assertEquals(5, lines.size());
        } finally {
            database.stop(0);
        }
    }

    /** InfluxDB writes the good lines of a batch and answers 400 all the same. */
    @Test
    void aLineThatTheDatabaseNeverTakesCostsTheOthersNothing() throws Exception {
        Set<String> stored = ConcurrentHashMap.newKeySet();
        HttpServer database =
                database(
                        call -> {
                            String text =
                                    new String(
                                            call.getRequestBody().readAllBytes(),
                                            StandardCharsets.UTF_8);
                            text.lines()
                                    .filter(it -> !it.endsWith(" " + time(2)))
                                    .forEach(stored::add);
                            boolean all = text.lines().noneMatch(it -> it.endsWith(" " + time(2)));
                            byte[] why =
                                    "partial write: type conflict".getBytes(StandardCharsets.UTF_8);
                            call.sendResponseHeaders(all ? 204 : 400, all ? -1 : why.length);
                            if (!all) {
                                call.getResponseBody().write(why);
                            }
                            call.close();
                        });
        try (GivTcpTarget target = into(database)) {
            List<Sample> samples = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                samples.add(new Sample("inverter", "serial_number", SN, Day.TIME));
                samples.add(new Sample("inverter", "grid_power", -i * 100.0, time(i)));
            }
            Delivery delivery = target.deliver(samples);
            assertEquals(2, delivery.refused(), delivery.reason());
            assertTrue(delivery.reason().contains("type conflict"), delivery.reason());
            assertEquals(4, stored.size());
        } finally {
            database.stop(0);
        }
    }

    private static long time(int cycle) {
        return Day.TIME + cycle * 10_000L;
    }

    @Test
    void wrongSettingsAreNamed() {
        Map<String, Object> wrong =
                Map.of(
                        "host", "bad host",
                        "topic.root", "a/#",
                        "form", "v4",
                        "influx", "true",
                        "influx.url", "ftp://x");
        SourceSettings given = new SourceSettings(wrong, null);
        assertNull(GivTcpSettings.of("p", given));
        String problems = String.join("\n", given.plain().problems());
        for (String each :
                List.of("host", "topic.root", "form", "influx.url", "influx.bucket", "both")) {
            assertTrue(problems.contains(each), each + " not in " + problems);
        }
    }
}

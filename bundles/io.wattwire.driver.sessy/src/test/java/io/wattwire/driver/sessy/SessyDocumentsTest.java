package io.wattwire.driver.sessy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.wattwire.device.link.LinkPool;
import io.wattwire.device.model.Reading;
import io.wattwire.device.model.WriteRole;
import io.wattwire.device.session.DeviceSession;
import io.wattwire.device.session.SessionSettings;
import io.wattwire.device.session.StateStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each member of the documents that the facts describe arrives under its name, and is written. */
@Timeout(180)
class SessyDocumentsTest {

    private static final String STRATEGY = "/api/v1/power/active_strategy {\"strategy\":";
    private static final String SETPOINT = "/api/v1/power/setpoint {\"setpoint\":";

    private static DeviceSession open(DocumentServer device, String model) {
        SessionSettings settings =
                SessionSettings.of(device.address(), 1)
                        .model(model)
                        .readDeadline(Duration.ofSeconds(10))
                        .writable(WriteRole.INSTALLER)
                        .build();
        return new DeviceSession(
                SimulatedSessy.FAMILY,
                settings,
                "test",
                StateStore.inMemory(),
                new LinkPool(),
                System::nanoTime,
                System::currentTimeMillis);
    }

    private static List<String> facts(String model) throws IOException {
        try (InputStream stream =
                SessyDocumentsTest.class.getResourceAsStream("independent-documents.csv")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(model + ","))
                    .map(line -> line.substring(model.length() + 1))
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sessy-battery", "sessy-p1", "sessy-ct", "sessy-modbus"})
    void aMemberIsWorthWhatTheFactsSay(String model) throws Exception {
        List<String> facts = facts(model);
        List<String> names = facts.stream().map(fact -> fact.split(",")[0]).toList();
        try (DocumentServer device = new DocumentServer(model);
                DeviceSession session = open(device, model)) {
            List<Reading> readings = session.prepare(names).read();
            List<String> disagree = new ArrayList<>();
            for (int i = 0; i < facts.size(); i++) {
                String told = facts.get(i).split(",")[1];
                if (!agrees(readings.get(i), told)) {
                    disagree.add(facts.get(i) + " is " + readings.get(i));
                }
            }
            assertEquals(List.of(), disagree);
        }
    }

    private static boolean agrees(Reading reading, String told) {
        return reading.value() instanceof Number number
                ? Math.abs(number.doubleValue() - Double.parseDouble(told)) < 1e-6
                : told.equals(String.valueOf(reading.value()));
    }

    /** evcc and ha-sessy: API first, then the power; - charges a Sessy, + is charging here. */
    @ParameterizedTest
    @ValueSource(ints = {2200, 800, -800, -2200})
    void aSetPointGoesOutWithTheOtherSignAndTheStrategyComesBack(int watts) throws Exception {
        try (DocumentServer device = new DocumentServer("sessy-battery");
                DeviceSession session = open(device, "sessy-battery")) {
            session.write("battery_power_setpoint", (double) watts);
            assertEquals(
                    List.of(STRATEGY + "\"POWER_STRATEGY_API\"}", SETPOINT + -watts + "}"),
                    device.sent());
            Reading obeyed = session.prepare(List.of("battery_power_setpoint")).read().get(0);
            assertEquals((double) watts, obeyed.value());
            session.release();
            assertEquals(
                    List.of(SETPOINT + "0}", STRATEGY + "\"POWER_STRATEGY_NOM\"}"), device.sent());
        }
    }

    /** Read the whole object, change the key, send it all back. */
    @Test
    void aSettingIsSentBackWithItsNeighbours() throws Exception {
        try (DocumentServer device = new DocumentServer("sessy-battery");
                DeviceSession session = open(device, "sessy-battery")) {
            session.write("setting_max_power", 1500.0);
            String sent = device.sent().get(0);
            String before = "/api/v1/system/settings {\"status\":\"ok\",\"min_power\":60,";
            assertEquals(
                    before + "\"max_power\":1500,", sent.substring(0, sent.indexOf("\"allow")));
            assertEquals("\"phase_current\":16}", sent.substring(sent.indexOf("\"phase_")));
        }
    }

    @Test
    void theTargetAtTheMeterIsAMemberOfItsOwn() throws Exception {
        try (DocumentServer device = new DocumentServer("sessy-p1");
                DeviceSession session = open(device, "sessy-p1")) {
            session.write("grid_target", -20000.0);
            assertEquals(
                    List.of("/api/v1/meter/grid_target {\"grid_target\":-20000}"), device.sent());
        }
    }
}

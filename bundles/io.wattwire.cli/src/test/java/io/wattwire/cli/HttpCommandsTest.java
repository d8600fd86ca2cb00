package io.wattwire.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.link.Credential;
import io.wattwire.device.model.Documents;
import io.wattwire.simulator.Fault;
import io.wattwire.simulator.Scenario;
import io.wattwire.simulator.Simulation;
import io.wattwire.simulator.device.LivingDevice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The commands with a simulated battery that has an HTTP interface and a password. */
@Timeout(180)
class HttpCommandsTest {
    private static final String MODEL = "sessy-battery";
    private static final String SECRET = "Ein-Geheimnis";

    @TempDir Path folder;
    private Path file;
    private Simulation site;

    @BeforeEach
    void startSite() throws IOException {
        file = Files.writeString(folder.resolve("password"), SECRET + "\n");
        LivingDevice device =
                new LivingDevice(
                        Cli.SESSY, MODEL, 3000, 1200, () -> System.nanoTime() / 1e9, Map.of());
        site =
                Simulation.of(Scenario.steady(3000, 1200))
                        .device("battery", 1, plant -> device)
                        .http(
                                0,
                                Documents.of(Cli.SESSY.exampleTable(MODEL)),
                                Credential.of("DABC", SECRET.toCharArray()),
                                1)
                        .start();
    }

    @AfterEach
    void stopSite() {
        site.close();
    }

    private Cli at(String command, String... more) {
        List<String> arguments = new ArrayList<>(List.of(command, "sessy"));
        arguments.addAll(List.of("--http", "127.0.0.1:" + site.httpPort(), "--user", "DABC"));
        arguments.addAll(List.of("--password-file", file.toString(), "--state", folder.toString()));
        arguments.addAll(List.of(more));
        return Cli.run(arguments.toArray(String[]::new));
    }

    @Test
    void theTraceShowsDocumentsButNeitherUserNorPassword() {
        Cli read = at("read", "battery_power", "battery_soc", "--trace");
        assertEquals(0, read.code(), read.err());
        assertTrue(read.out().contains("1500"), read.out());
        assertTrue(read.err().contains("-> ") && read.err().contains("GET /api/v1/power/status"));
        assertTrue(read.err().contains("\"self_serial\":\"D***\""), read.err());
        assertFalse((read.out() + read.err()).contains(SECRET));
        assertFalse(read.err().contains("DABC"), read.err());
    }

    @Test
    void aSetPointIsCommandedAndReleased() {
        Cli write = at("write", "battery_power_setpoint=-800");
        assertEquals(0, write.code(), write.err());
        assertTrue(at("read", "active_strategy").out().contains("POWER_STRATEGY_API"));
        assertTrue(at("read", "power_setpoint").out().contains("800"));
        Cli release = at("release");
        assertEquals(0, release.code(), release.err());
        assertTrue(at("read", "active_strategy").out().contains("POWER_STRATEGY_NOM"));
        assertTrue(at("read", "power_setpoint").out().matches("(?s).*power_setpoint +-?0.*"));
    }

    @Test
    void whatIsOutOfRangeStaysOffTheWire() {
        Cli write = at("write", "battery_power_setpoint=2300");
        assertEquals(1, write.code(), write.out());
        assertTrue((write.out() + write.err()).contains("2200"), write.err());
        assertEquals(0, site.log("battery").writeCount());
    }

    @Test
    void aWrongPasswordAndAPageInPlaceOfJsonAreTold() throws IOException {
        Files.writeString(file, "another");
        Cli refused = at("read", "battery_power");
        assertEquals(1, refused.code());
        String told = refused.out() + refused.err();
        assertTrue(told.contains("refuses user and password"), told);
        Files.writeString(file, SECRET);
        site.inject("battery", Fault.parse("not-json"));
        Cli page = at("read", "battery_power");
        assertEquals(1, page.code());
        assertTrue((page.out() + page.err()).contains("no JSON"), page.err());
    }

    @Test
    void aPasswordOnTheCommandLineIsRefused() {
        Cli run = Cli.run("read", "sessy", "--http", "h", "--user", "u", "--password", SECRET);
        assertEquals(2, run.code());
        assertTrue(run.err().contains("WATTWIRE_PASSWORD"), run.err());
        assertFalse(run.err().contains(SECRET), run.err());
        Cli inAddress = Cli.run("read", "sessy", "--http", "u:" + SECRET + "@h");
        assertEquals(2, inAddress.code());
        assertFalse(inAddress.err().contains(SECRET), inAddress.err());
    }

    @Test
    void aConnectionThatTheDeviceDoesNotHaveIsWrongUse() {
        for (String[] wrong :
                new String[][] {
                    {"read", "sessy", "--tcp", "h"},
                    {"read", "sdm230", "--http", "h"},
                    {"read", "sdm230", "--tcp", "h", "--user", "u"},
                    {"read", "sessy", "--http", "h", "--password-file", "x"},
                    {"read", "sessy", "--http", "h", "--user", "u", "--password-file", "/nowhere"},
                    {"simulate", "sessy", "--tcp", "0"},
                    {"simulate", "sdm230", "--http", "0"}
                }) {
            assertEquals(2, Cli.run(wrong).code(), String.join(" ", wrong));
        }
    }

    @Test
    void aBatteryIsSimulated() {
        Cli run = Cli.run("simulate", "sessy", "--http", "0", "--seconds", "1");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().matches("(?s).*127\\.0\\.0\\.1:[0-9]+.*"), run.out());
    }
}

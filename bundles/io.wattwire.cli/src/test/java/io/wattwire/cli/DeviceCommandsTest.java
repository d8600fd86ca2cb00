package io.wattwire.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.wattwire.simulator.Fault;
import io.wattwire.simulator.Scenario;
import io.wattwire.simulator.Simulation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands against a simulated inverter (unit 1) and meter (unit 2) on loopback. */
class DeviceCommandsTest {
    @TempDir Path folder;
    private Simulation site;

    @BeforeEach
    void startSite() throws IOException {
        site =
                Simulation.of(Scenario.steady(3000, 1200))
                        .inverter(Cli.GROWATT, 1)
                        .meter(Cli.SDM, 2)
                        .tcp(0)
                        .start();
    }

    @AfterEach
    void stopSite() {
        site.close();
    }

    @Test
    void readGivesTheCommonPointsWithTheirSigns() {
        Cli run = at("read", "sdm230", "2", "--json", "grid_power", "grid_voltage_l1");
        assertEquals(0, run.code(), run.err());
        JsonObject values = JsonParser.parseString(run.out()).getAsJsonObject();
        assertEquals(-1800, values.get("grid_power").getAsDouble(), 60, "3 kW of sun, 1.2 kW load");
        assertTrue(values.get("grid_voltage_l1").getAsDouble() > 200);
    }

    @Test
    void readWithoutNamesReadsAllThatTheModelHas() {
        Cli run = at("read", "sdm230", "2");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("grid_energy_import"), run.out());
        assertTrue(run.out().contains("active_power"), run.out());
    }

    @Test
    void aModelThatTheDeviceDeniesIsReadWithAWordAndNotWritten() {
        Cli read = at("read", "sdm630", "2", "grid_voltage_l1");
        assertEquals(0, read.code(), read.err());
        assertTrue(read.err().contains("model sdm630, but the device says that it is a sdm230"));
        assertEquals(1, read.err().lines().filter(line -> line.contains("sdm230")).count());
        assertEquals("", at("read", "sdm230", "2", "grid_voltage_l1").err());
        failed("--unrecognised", at("write", "sdm630", "2", "baud_rate=9600"));
    }

    @Test
    void aLimitIsWrittenRoundedDownAndReleased() {
        assertEquals(0, at("write", "min", "1", "inverter_power_limit=1500").code());
        assertEquals(35, site.snapshot().limitPercent(), "1500 W of 4200 W, floored");
        Cli released = at("release", "min", "1");
        assertEquals(0, released.code(), released.err());
        assertEquals(100, site.snapshot().limitPercent());
    }

    @Test
    void aDeviceThatIsBusyIsReleasedWhenItIsNot() {
        assertEquals(0, at("write", "min", "1", "inverter_power_limit=1500").code());
        site.inject(Simulation.INVERTER, Fault.parse("exception:6:3s"));
        Cli released = at("release", "min", "1");
        assertEquals(0, released.code(), released.err());
        assertEquals(100, site.snapshot().limitPercent());
    }

    @Test
    void aHoldKeepsALimitAndNeverRaisesIt() {
        Cli held = at("write", "min", "1", "inverter_power_limit=1500", "--hold", "1");
        assertEquals(0, held.code(), held.err());
        assertTrue(held.out().contains("'wattwire release' ends it"), held.out());
        assertEquals(35, site.snapshot().limitPercent());
    }

    @Test
    void aBackupRestores() throws IOException {
        Path file = folder.resolve("backup.json");
        Cli backup = at("backup", "min", "1", "--to", file.toString());
        assertEquals(0, backup.code(), backup.err());
        JsonObject values = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
        assertEquals(100, values.get("active_power_rate").getAsDouble());
        assertEquals(0, at("write", "min", "1", "active_power_rate=50").code());
        assertEquals(50, site.snapshot().limitPercent());
        Cli restore = at("restore", "min", "1", "--from", file.toString(), "--installer");
        assertEquals(0, restore.code(), restore.err());
        assertEquals(100, site.snapshot().limitPercent());
    }

    @Test
    void whatMayNotBeWrittenIsRefusedWithTheReason() {
        failed("1000000", at("write", "min", "1", "active_power_rate=1000000"));
        failed("read", at("write", "min", "1", "nominal_power=1"));
        failed("installer", at("write", "min", "1", "grid_voltage_low_1=200"));
        failed("never", at("write", "min", "1", "factory_reset=1"));
        failed("number", at("write", "min", "1", "inverter_power_limit=much"));
        assertEquals(100, site.snapshot().limitPercent());
    }

    @Test
    void aDeviceThatIsNotThereIsAFailureWithARemedy() throws IOException {
        int free;
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = probe.getLocalPort();
        }
        failed("127.0.0.1:" + free, Cli.run("read", "sdm230", "--tcp", "127.0.0.1:" + free));
        failed("no answer from unit 9", at("read", "sdm230", "9", "--deadline", "300"));
        failed(
                "/dev/ttyNotThere",
                Cli.run("read", "sdm230", "--serial", "/dev/ttyNotThere:9600:8N1"));
    }

    @Test
    void everyModelIsSimulatedWithoutValuesOfItsOwn() {
        Cli run = Cli.run("simulate", "growatt", "--model", "sph", "--tcp", "0", "--seconds", "0");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().startsWith("growatt answers as unit 1 on 127.0.0.1:"), run.out());
    }

    @Test
    void aBusyPortIsSaid() {
        String port = Integer.toString(site.tcpPort());
        failed(port, Cli.run("simulate", "sdm230", "--tcp", port, "--seconds", "1"));
    }

    @Test
    void theTablesArePrintedForPeopleAndPrograms() {
        Cli devices = Cli.run("devices");
        assertTrue(devices.out().contains("growatt") && devices.out().contains("sdm120"));
        Cli text = Cli.run("registers", "sdm230");
        assertTrue(text.out().contains("grid_power"), text.out());
        Cli csv = Cli.run("registers", "min", "--csv");
        assertTrue(csv.out().contains("active_power_rate,,holding,3,1,U16,"), csv.out());
        Cli json = Cli.run("registers", "min", "--json");
        assertTrue(JsonParser.parseString(json.out()).getAsJsonArray().size() > 100);
    }

    private Cli at(String command, String device, String unit, String... rest) {
        List<String> words = new ArrayList<>(List.of(command, device));
        words.addAll(List.of("--tcp", "127.0.0.1:" + site.tcpPort(), "--unit", unit));
        words.addAll(List.of("--state", folder.resolve("state").toString()));
        words.addAll(List.of(rest));
        return Cli.run(words.toArray(new String[0]));
    }

    private static void failed(String message, Cli run) {
        assertEquals(1, run.code(), run.out() + run.err());
        assertTrue(run.err().contains(message), run.err());
        assertFalse(run.err().contains("\tat "), run.err());
    }
}

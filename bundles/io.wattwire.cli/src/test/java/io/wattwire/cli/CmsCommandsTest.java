package io.wattwire.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.simulator.LineTiming;
import io.wattwire.simulator.Scenario;
import io.wattwire.simulator.Simulation;
import io.wattwire.simulator.device.TableDevice;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The commands on a simulated line of two inverters. */
@Timeout(180)
class CmsCommandsTest {

    private Simulation site;

    @BeforeEach
    void startLine() throws IOException {
        site =
                Simulation.of(Scenario.steady(3000, 1200))
                        .device("one", 1, plant -> inverter("0905BO0139", 1800))
                        .device("other", 2, plant -> inverter("0905BO0140", 900))
                        .cms(0, LineTiming.none())
                        .start();
    }

    @AfterEach
    void stopLine() {
        site.close();
    }

    private static TableDevice inverter(String serialNumber, int watts) {
        return TableDevice.of(Cli.CMS, "cms2000")
                .set("model_name", "CMS 2000")
                .set("serial_number", serialNumber)
                .set("grid_voltage_max", 256)
                .set("ac_power", watts);
    }

    private Cli read(String... more) {
        String[] all = new String[4 + more.length];
        List<String> first = List.of("read", "cms", "--rtu-tcp", "127.0.0.1:" + site.cmsPort());
        for (int i = 0; i < all.length; i++) {
            all[i] = i < 4 ? first.get(i) : more[i - 4];
        }
        return Cli.run(all);
    }

    @Test
    void versionParametersAndStatusAreReadByName() {
        Cli read = read("--inverter", "0905BO0140", "--json");
        assertEquals(0, read.code(), read.err());
        for (String told :
                List.of(
                        "\"serial_number\": \"0905BO0140\"",
                        "\"model_name\": \"CMS 2000\"",
                        "\"grid_voltage_max\": 256",
                        "\"inverter_power\": 900")) {
            assertTrue(
                    read.out().replace(":", ": ").replace(":  ", ": ").contains(told), read.out());
        }
    }

    @Test
    void theTraceShowsFieldsAndValues() {
        Cli plain = read("--inverter", "0905BO0139", "--trace", "ac_power");
        assertEquals(0, plain.code(), plain.err());
        assertTrue(plain.err().contains("AAAA 0100 0000 0000 00 0155  discover"), plain.err());
        assertTrue(plain.err().contains("ac_power=1800 W"), plain.err());
        assertFalse(plain.err().contains("\u001b["), "no colours where no terminal is");
        Cli coloured = read("--inverter", "0905BO0139", "--trace", "--color", "ac_power");
        assertTrue(coloured.err().contains("\u001b[31m0155\u001b[0m"), coloured.err());
    }

    @Test
    void whatIsNotThereIsSaid() {
        Cli missing = read("--inverter", "0905XX0001", "ac_power");
        assertEquals(1, missing.code());
        assertTrue(missing.err().contains("0905XX0001 does not answer"), missing.err());
    }

    @Test
    void anotherKindOfLinkIsWrongUse() {
        Cli tcp = Cli.run("read", "cms", "--tcp", "127.0.0.1:502");
        assertEquals(2, tcp.code());
        assertTrue(tcp.err().contains("serial line"), tcp.err());
        Cli unit = Cli.run("read", "sdm230", "--tcp", "127.0.0.1:502", "--inverter", "x");
        assertEquals(2, unit.code());
        assertTrue(unit.err().contains("unit id"), unit.err());
        assertEquals(2, Cli.run("simulate", "cms", "--tcp", "0").code());
    }

    @Test
    void aLineIsSimulated() {
        Cli run = Cli.run("simulate", "cms2000", "--rtu-tcp", "0", "--seconds", "1");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().matches("(?s).*127\\.0\\.0\\.1:[1-9][0-9]*\\s.*"), run.out());
    }
}

package io.wattwire.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.simulator.Fault;
import io.wattwire.simulator.LineTiming;
import io.wattwire.simulator.Scenario;
import io.wattwire.simulator.Simulation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The commands through a simulated dongle; a meter stands in for what is behind it. */
@Timeout(180)
class GivEnergyCommandsTest {
    private static final int UNIT = 0x11;

    @TempDir Path folder;
    private Simulation site;

    @BeforeEach
    void startSite() throws IOException {
        site =
                Simulation.of(Scenario.steady(3000, 1200))
                        .meter(Cli.SDM, UNIT)
                        .givEnergy(0, LineTiming.none())
                        .start();
    }

    @AfterEach
    void stopSite() {
        site.close();
    }

    @Test
    void readsGoThroughATalkingDongle() {
        for (String fault : List.of("heartbeat", "push", "other-client")) {
            site.inject(Simulation.METER, Fault.parse(fault));
        }
        Cli read = read("grid_power", "--trace");
        assertEquals(0, read.code(), read.err());
        assertTrue(read.out().contains("grid_power"), read.out());
        assertTrue(read.err().contains("59 59 00 01"), read.err());
        assertTrue(read.err().contains("power="), read.err());
    }

    @Test
    void anotherPlantSaysSo() {
        Cli wrong = at("127.0.0.1:" + site.givEnergyPort() + "/SA9999G999", "grid_power");
        assertEquals(1, wrong.code());
        assertTrue((wrong.out() + wrong.err()).contains("neither is SA9999G999"), wrong.err());
    }

    @Test
    void aDongleIsSimulated() {
        Cli run = Cli.run("simulate", "sdm230", "--givenergy", "0", "--seconds", "1");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().matches("(?s).*127\\.0\\.0\\.1:[0-9]+.*"), run.out());
    }

    @Test
    void whereToDiscoverMustBeSaid() {
        assertEquals(2, Cli.run("discover", "givenergy").code());
        assertEquals(2, Cli.run("discover", "givenergy", "--subnet", "10.0.0.0/8").code());
        assertEquals(2, Cli.run("discover", "givenergy", "--subnet", "10.0.0.0/16").code());
        assertEquals(2, Cli.run("discover", "givenergy", "--subnet", "127.0.0.1").code());
        Cli nobody = Cli.run("discover", "givenergy", "--address", "127.0.0.1", "--port", "1");
        assertEquals(1, nobody.code());
        assertTrue(nobody.err().contains("no dongle answered"), nobody.err());
    }

    private Cli read(String... rest) {
        return at("127.0.0.1:" + site.givEnergyPort(), rest);
    }

    private Cli at(String link, String... rest) {
        List<String> words =
                new ArrayList<>(
                        List.of("read", "sdm230", "--givenergy", link, "--unit", "" + UNIT));
        words.addAll(List.of("--state", folder.toString()));
        words.addAll(List.of(rest));
        return Cli.run(words.toArray(String[]::new));
    }
}

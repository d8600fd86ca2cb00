package io.wattwire.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.simulator.Fault;
import io.wattwire.simulator.LineTiming;
import io.wattwire.simulator.Scenario;
import io.wattwire.simulator.Simulation;
import io.wattwire.simulator.SimulationBuilder;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is recorded over a link comes out again, value for value, and can be read from there. */
@Timeout(120)
class RecordReplayTest {
    private static final long LOGGER = 2_712_345_678L;
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"--tcp", "--rtu-tcp", "--solarman", "--givenergy"})
    void aSessionReplaysValueForValue(String link) throws Exception {
        Path file = folder.resolve("session.txt");
        String recorded;
        try (Simulation site = site(link)) {
            if (link.equals("--solarman") || link.equals("--givenergy")) {
                site.inject(Simulation.METER, Fault.parse("heartbeat"));
                site.inject(Simulation.METER, Fault.parse("other-client"));
            }
            Cli run =
                    run(
                            "record",
                            "sdm230",
                            link,
                            place(link, site),
                            "--unit",
                            "2",
                            "--output",
                            "" + file,
                            "--cycles",
                            "3");
            assertEquals(0, run.code(), run.err());
            recorded = Files.readString(file);
        }
        assertTrue(recorded.contains("= grid_power "), recorded);
        assertTrue(recorded.contains("power="), "the values of the frames");
        assertFalse(recorded.contains("" + LOGGER), recorded);
        Cli replay = run("replay", "" + file);
        assertEquals(0, replay.code(), replay.out() + replay.err());
        assertTrue(replay.out().contains("grid_power"), replay.out());
    }

    @Test
    void aRecordingServesOtherProgramsAndIsTheSameAgain() throws Exception {
        Path first = folder.resolve("first.txt");
        Path second = folder.resolve("second.txt");
        try (Simulation site = site("--tcp")) {
            run(
                    "record",
                    "sdm230",
                    "--tcp",
                    place("--tcp", site),
                    "--unit",
                    "2",
                    "--output",
                    "" + first,
                    "grid_power",
                    "grid_frequency");
        }
        Cli replay = run("replay", "" + first, "--serve", "0", "--seconds", "1");
        assertEquals(0, replay.code(), replay.err());
        assertTrue(replay.out().contains("wattwire read sdm230 --tcp 127.0.0.1:"), replay.out());
        assertFalse(Files.exists(second));
    }

    @Test
    void serialsAreMaskedUnlessTheyAreToBeKept() throws Exception {
        Path masked = folder.resolve("masked.txt");
        Path kept = folder.resolve("kept.txt");
        try (Simulation site = growatt()) {
            String place = place("--solarman", site);
            assertEquals(
                    0, run("record", "min", "--solarman", place, "--output", "" + masked).code());
            assertEquals(
                    0,
                    run(
                                    "record",
                                    "min",
                                    "--solarman",
                                    place,
                                    "--output",
                                    "" + kept,
                                    "--keep-serials")
                            .code());
        }
        assertFalse(Files.readString(masked).contains("" + LOGGER));
        assertTrue(Files.readString(kept).contains("" + LOGGER));
        for (Path file : List.of(masked, kept)) {
            Cli replay = run("replay", "" + file);
            assertEquals(0, replay.code(), replay.out() + replay.err());
        }
    }

    @Test
    void aChangedValueIsNoticed() throws Exception {
        Path file = folder.resolve("session.txt");
        try (Simulation site = site("--tcp")) {
            run(
                    "record",
                    "sdm230",
                    "--tcp",
                    place("--tcp", site),
                    "--unit",
                    "2",
                    "--output",
                    "" + file,
                    "grid_frequency");
        }
        String text = Files.readString(file);
        assertTrue(text.contains("= grid_frequency "), text);
        Files.writeString(file, text.replaceAll("= grid_frequency [0-9.]+", "= grid_frequency 7"));
        Cli replay = run("replay", "" + file);
        assertEquals(1, replay.code());
        assertTrue(replay.out().contains("differs from the recording"), replay.out());
    }

    @Test
    void aRecordingIsNotOverwritten() throws Exception {
        Path file = folder.resolve("session.txt");
        Files.writeString(file, "mine");
        Cli run = run("record", "sdm230", "--tcp", "127.0.0.1:1", "--output", "" + file);
        assertEquals(1, run.code());
        assertEquals("mine", Files.readString(file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "something else",
                "wattwire recording 1\n",
                "wattwire recording 1\ndevice: sdm230\noptions:\nlink: udp://x\nnames:\n",
                "wattwire recording 1\ndevice: nobody\noptions:\nlink: tcp://x:1\nnames:\n",
                "wattwire recording 1\ndevice: sdm230\noptions: --rm -rf\nlink: tcp://x:1\nnames:\n",
                "wattwire recording 1\ndevice: sdm230\noptions:\nlink: tcp://x:1\nnames:\n 0.000 >",
                "wattwire recording 1\ndevice: sdm230\noptions:\nlink: tcp://x:1\nnames:\n"
                        + " 0.000 >   1  0g",
                "wattwire recording 1\ndevice: sdm230\noptions:\nlink: tcp://x:1\nnames:\n"
                        + " 0.000 = grid_power 7 W"
            })
    void whatIsNoRecordingSaysSo(String text) throws Exception {
        Path file = folder.resolve("none.txt");
        Files.writeString(file, text);
        Cli run = run("replay", "" + file);
        assertEquals(2, run.code(), run.out() + run.err());
        assertEquals(1, run.err().lines().count(), run.err());
    }

    private static Simulation site(String link) throws Exception {
        SimulationBuilder site = Simulation.of(Scenario.steady(3000, 1200)).meter(Cli.SDM, 2);
        return switch (link) {
            case "--tcp" -> site.tcp(HERE, 0, LineTiming.none()).start();
            case "--rtu-tcp" -> site.rtuOverTcp(HERE, 0, LineTiming.none()).start();
            case "--solarman" -> site.solarman(0, LOGGER, LineTiming.none()).start();
            default -> site.givEnergy(0, LineTiming.none()).start();
        };
    }

    private static Simulation growatt() throws Exception {
        return Simulation.of(Scenario.steady(3000, 1200))
                .inverter(Cli.GROWATT, 1)
                .solarman(0, LOGGER, LineTiming.none())
                .start();
    }

    private static String place(String link, Simulation site) {
        return switch (link) {
            case "--tcp" -> "127.0.0.1:" + site.tcpPort();
            case "--rtu-tcp" -> "127.0.0.1:" + site.rtuOverTcpPort();
            case "--solarman" -> "127.0.0.1:" + site.solarmanPort() + ":" + LOGGER;
            default -> "127.0.0.1:" + site.givEnergyPort();
        };
    }

    private Cli run(String... words) {
        return Cli.run(new ArrayList<>(List.of(words)).toArray(String[]::new));
    }
}

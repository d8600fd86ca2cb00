package io.wattwire.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.simulator.Scenario;
import io.wattwire.simulator.Simulation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command against a simulated site whose time runs four times as fast. */
class CommissionCommandTest {

    private static final double SPEED = 4;

    @TempDir Path folder;
    private Simulation site;
    private final InputStream keyboard = System.in;

    @BeforeEach
    void startSite() throws IOException {
        site =
                Simulation.of(Scenario.steady(3000, 1200))
                        .inverter(Cli.GROWATT, 1)
                        .meter(Cli.SDM, 2)
                        .tcp(0)
                        .speed(SPEED)
                        .start();
    }

    @AfterEach
    void stopSite() {
        System.setIn(keyboard);
        site.close();
    }

    private Cli commission(String... rest) {
        String[] usual = {"commission", "--report", folder.resolve("page.html").toString()};
        return Cli.run(Stream.of(usual, rest).flatMap(Stream::of).toArray(String[]::new));
    }

    private String device(String name, int unit) {
        return name
                + " --tcp 127.0.0.1:"
                + site.tcpPort()
                + " --unit "
                + unit
                + " --state "
                + folder.resolve("state");
    }

    private Cli commissionDevices(String... rest) {
        String[] devices = {"--inverter", device("min", 1), "--grid-meter", device("sdm230", 2)};
        return commission(Stream.of(devices, rest).flatMap(Stream::of).toArray(String[]::new));
    }

    @Test
    void aSoundSitePassesAndGetsItsLimitBack() throws IOException {
        Cli run = commissionDevices("--yes", "--look", "1", "--steps", "1", "--site", "Mill");
        assertEquals(0, run.code(), run.out() + run.err());
        assertEquals(100, site.snapshot().limitPercent());
        String page = Files.readString(folder.resolve("page.html"));
        assertTrue(page.contains("Passed, as far as it was tried."), page);
        assertTrue(page.contains("not fail-safe on loss of the gateway"), page);
        assertTrue(run.out().contains("passed: Sign and size of the meter"), run.out());
    }

    @Test
    void withoutAYesNothingIsWritten() {
        System.setIn(new ByteArrayInputStream("no\n".getBytes(StandardCharsets.UTF_8)));
        Cli run = commissionDevices("--look", "1");
        assertEquals(1, run.code(), run.out());
        assertTrue(run.err().contains("nothing was written"), run.err());
        assertTrue(run.out().contains("Type yes"), run.out());
        assertEquals(100, site.snapshot().limitPercent());
        assertFalse(Files.exists(folder.resolve("page.html")));
    }

    @Test
    void wrongUseIsSaidBeforeADeviceIsAsked() {
        assertWrong("--grid-meter", commission("--inverter", device("min", 1)));
        assertWrong("--inverter", commission("--grid-meter", device("sdm230", 2)));
        assertWrong(
                "no device",
                commission("--inverter", "nothing --tcp x", "--grid-meter", device("sdm230", 2)));
        assertWrong("--tcp", commission("--inverter", "min", "--grid-meter", "sdm230"));
        assertWrong("--class 'D'", commissionDevices("--class", "D"));
        assertWrong("--steps 0", commissionDevices("--steps", "0"));
        assertWrong("--cap", commissionDevices("--cap", "0"));
        assertWrong(
                "cannot be written",
                Cli.run(
                        "commission",
                        "--report",
                        folder.resolve("no/page.html").toString(),
                        "--inverter",
                        device("min", 1),
                        "--grid-meter",
                        device("sdm230", 2)));
    }

    private static void assertWrong(String expected, Cli run) {
        assertEquals(2, run.code(), run.out() + run.err());
        assertTrue(run.err().contains(expected), run.err());
    }

    @Test
    void theShippedGraphNamesItsDevices() throws WrongUse {
        for (String form : List.of(".xml", ".json")) {
            GraphDevices graph =
                    GraphDevices.read(
                            Path.of("../../dp/graphs/zero-export" + form),
                            () -> List.of(Cli.GROWATT, Cli.SDM));
            assertEquals(
                    List.of(List.of("min", "--serial", "/dev/ttyUSB0:9600:8N1", "--unit", "1")),
                    graph.inverters());
            assertEquals(
                    List.of(
                            "sdm230",
                            "--serial",
                            "/dev/ttyUSB0:9600:8N1",
                            "--unit",
                            "2",
                            "--meter",
                            "grid"),
                    graph.meter());
        }
    }

    @Test
    void everyInverterOfAGraphIsCommissioned() throws WrongUse {
        GraphDevices graph =
                GraphDevices.read(
                        Path.of("../../dp/graphs/two-inverters.xml"),
                        () -> List.of(Cli.GROWATT, Cli.SDM));
        assertEquals(
                List.of("1", "3"),
                graph.inverters().stream().map(words -> words.get(words.size() - 1)).toList());
    }

    @Test
    void aFileThatIsNoGraphIsRefused() throws IOException {
        Path wrong = Files.writeString(folder.resolve("wrong.xml"), "<a/>");
        assertWrong("no graph", commission("--graph", wrong.toString()));
        Path json = Files.writeString(folder.resolve("wrong.json"), "[1]");
        assertWrong("no graph", commission("--graph", json.toString()));
    }
}

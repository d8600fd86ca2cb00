package io.wattwire.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.cli.recording.Recording;
import io.wattwire.device.server.ReplayServer;
import io.wattwire.simulator.LineTiming;
import io.wattwire.simulator.Scenario;
import io.wattwire.simulator.Simulation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is recorded over a link comes out again, value for value, and can be read from there. */
@Timeout(180)
class RecordReplayTest {
    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(RecordedLink.class)
    void aSessionReplaysValueForValue(RecordedLink link) throws Exception {
        Path file = folder.resolve("session.txt");
        try (Simulation site = link.site()) {
            Cli run = link.record(site, file, "--cycles", "3");
            assertEquals(0, run.code(), run.err());
        }
        String recorded = Files.readString(file);
        String point = link.names().get(0);
        assertTrue(recorded.contains("= " + point + " "), recorded);
        assertTrue(recorded.contains("power="), "the values of the frames");
        assertFalse(recorded.contains("" + RecordedLink.LOGGER), recorded);
        Cli replay = run("replay", "" + file);
        assertEquals(0, replay.code(), replay.out() + replay.err());
        assertTrue(replay.out().contains(point), replay.out());
    }

    /** A client of a replay hears what the one of the device heard, and reads the same. */
    @ParameterizedTest
    @EnumSource(RecordedLink.class)
    void aReplayIsByteForByteAndValueForValueTheSessionThatItServes(RecordedLink link)
            throws Exception {
        Path first = folder.resolve("first.txt");
        Path second = folder.resolve("second.txt");
        String[] often = {"--cycles", "2"};
        List<String> more = new ArrayList<>(List.of(often));
        more.addAll(link.names());
        try (Simulation site = link.site()) {
            Cli run = link.record(site, first, more.toArray(String[]::new));
            assertEquals(0, run.code(), run.err());
        }
        Recording device = RecordedLink.read(first);
        try (ReplayServer server = RecordedLink.serve(device)) {
            Cli run = link.recordReplayOf(device, server, second, more.toArray(String[]::new));
            assertEquals(0, run.code(), run.err());
        }
        Recording replay = RecordedLink.read(second);
        assertEquals(link.bytes(device), link.bytes(replay));
        assertEquals(values(device), values(replay));
        assertTrue(values(device).get(1).stream().noneMatch(line -> line.endsWith(" -")));
    }

    private static List<List<String>> values(Recording recording) {
        return recording.cycles().stream().map(Recording.Cycle::values).toList();
    }

    @Test
    void aRecordingServesOtherPrograms() throws Exception {
        Path file = folder.resolve("session.txt");
        try (Simulation site = RecordedLink.HTTP.site()) {
            assertEquals(0, RecordedLink.HTTP.record(site, file, "battery_power").code());
        }
        Cli replay = run("replay", "" + file, "--serve", "0", "--seconds", "1");
        assertEquals(0, replay.code(), replay.err());
        assertTrue(
                replay.out().contains("wattwire read sessy-battery --http 127.0.0.1:"),
                replay.out());
    }

    @Test
    void serialsAreMaskedUnlessTheyAreToBeKept() throws Exception {
        Path masked = folder.resolve("masked.txt");
        Path kept = folder.resolve("kept.txt");
        try (Simulation site = growatt()) {
            String place = "127.0.0.1:" + site.solarmanPort() + ":" + RecordedLink.LOGGER;
            assertEquals(
                    0,
                    run(
                                    "record",
                                    "min",
                                    "--solarman",
                                    place,
                                    "--output",
                                    "" + masked,
                                    "inverter_power")
                            .code());
            assertEquals(
                    0,
                    run(
                                    "record",
                                    "min",
                                    "--solarman",
                                    place,
                                    "--output",
                                    "" + kept,
                                    "--keep-serials",
                                    "inverter_power")
                            .code());
        }
        assertFalse(Files.readString(masked).contains("" + RecordedLink.LOGGER));
        assertTrue(Files.readString(kept).contains("" + RecordedLink.LOGGER));
        for (Path file : List.of(masked, kept)) {
            Cli replay = run("replay", "" + file);
            assertEquals(0, replay.code(), replay.out() + replay.err());
        }
    }

    @Test
    void aChangedValueIsNoticed() throws Exception {
        Path file = folder.resolve("session.txt");
        try (Simulation site = RecordedLink.TCP.site()) {
            RecordedLink.TCP.record(site, file, "grid_frequency");
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

    private static Simulation growatt() throws Exception {
        return Simulation.of(Scenario.steady(3000, 1200))
                .inverter(Cli.GROWATT, 1)
                .solarman(0, RecordedLink.LOGGER, LineTiming.none())
                .start();
    }

    /** Of inverters that only their serials tell apart, each keeps one of its own. */
    @Test
    void invertersOfALineStayApartWithoutTheirSerials() throws Exception {
        Path file = folder.resolve("line.txt");
        Path kept = folder.resolve("kept.txt");
        try (Simulation site = RecordedLink.CMS.site()) {
            assertEquals(0, RecordedLink.CMS.record(site, file, "ac_power").code());
            assertEquals(
                    0, RecordedLink.CMS.record(site, kept, "ac_power", "--keep-serials").code());
        }
        String text = Files.readString(file);
        String hex = HexFormat.ofDelimiter(" ").formatHex("0905BO01".getBytes(UTF_8));
        assertFalse(text.contains("0905BO0140") || text.contains(hex), text);
        assertTrue(text.contains("#0000BO0001"), text);
        String other = HexFormat.ofDelimiter(" ").formatHex("0000BO0001".getBytes(UTF_8));
        assertTrue(text.contains(other), text);
        assertTrue(Files.readString(kept).contains("#0905BO0140"));
        assertEquals(0, run("replay", "" + kept).code());
    }

    @Test
    void documentsAreTextAndHoldNeitherSerialNorCredential() throws Exception {
        Path file = folder.resolve("documents.txt");
        Path password = Files.writeString(folder.resolve("password"), "Ein-Geheimnis");
        try (Simulation site = RecordedLink.HTTP.site()) {
            assertEquals(
                    0,
                    RecordedLink.HTTP
                            .record(
                                    site,
                                    file,
                                    "--user",
                                    "DGEHEIM99",
                                    "--password-file",
                                    "" + password,
                                    "battery_soc",
                                    "info_self_serial")
                            .code());
            Cli kept = RecordedLink.HTTP.record(site, folder.resolve("kept"), "--keep-serials");
            assertEquals(2, kept.code());
        }
        String text = Files.readString(file);
        assertTrue(text.contains(">   0  GET /api/v1/power/status"), text);
        assertTrue(text.contains("<   0  200\\n{"), text);
        assertTrue(text.contains("= info_self_serial D***"), text);
        for (String secret : List.of("GEHEIM", "Geheimnis", "Basic", "Authorization")) {
            assertFalse(text.contains(secret), text);
        }
        assertEquals(0, run("replay", "" + file).code());
    }

    private Cli run(String... words) {
        return Cli.run(new ArrayList<>(List.of(words)).toArray(String[]::new));
    }
}

package io.wattwire.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is recorded on a serial line is the device again: over TCP, and on another serial line to a
 * master that others wrote.
 */
class SerialRecordingInterop {

    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration ONE_COMMAND = Duration.ofMinutes(3);

    /** A busy machine may not leave a value out; a real device answers within 2 s. */
    private static final String PATIENT = "60000";

    private static final String LINE = ":9600:8N1";
    private static final String VALUES =
            """
            {"grid_power": -1234.5, "grid_voltage_l1": 231.5, "grid_energy_import": 1520.25}
            """;

    @TempDir Path folder;

    private Program line(String one, String other) throws Exception {
        Program line = Program.start("socat", "-d", "-d", one, other);
        try {
            line.await("starting data transfer loop", START);
            return line;
        } catch (AssertionError failed) {
            line.close();
            throw failed;
        }
    }

    private static String pty(Path link) {
        return "pty,raw,echo=0,link=" + link;
    }

    private void record(String device, Path port, Path file, String... more) throws Exception {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "record",
                                device,
                                "--serial",
                                port + LINE,
                                "--deadline",
                                PATIENT,
                                "--output",
                                "" + file));
        command.addAll(List.of(more));
        try (Program record = Program.wattwire(command.toArray(String[]::new))) {
            record.output(0, ONE_COMMAND);
        }
    }

    private static void replay(Path file) throws Exception {
        try (Program replay = Program.wattwire("replay", "" + file)) {
            replay.output(0, ONE_COMMAND);
        }
    }

    private static List<String> values(Path recording) throws Exception {
        return Files.readAllLines(recording).stream()
                .filter(line -> line.contains(" = "))
                .map(line -> line.substring(line.indexOf(" = ")))
                .toList();
    }

    @Test
    @SuppressWarnings("try") // they work while they are open
    void aMeterOnALineIsRecordedAndServedAgain() throws Exception {
        Path values = Files.writeString(folder.resolve("v.json"), VALUES);
        Path ours = folder.resolve("ours");
        Path theirs = folder.resolve("theirs");
        Path first = folder.resolve("first.txt");
        String[] what = {"--unit", "2", "grid_power", "grid_voltage_l1", "grid_energy_import"};
        try (Program line = line(pty(ours), pty(theirs));
                Program meter =
                        Program.wattwire(
                                "simulate",
                                "sdm230",
                                "--serial",
                                ours + LINE,
                                "--unit",
                                "2",
                                "--values",
                                "" + values)) {
            meter.await("answers as unit 2", START);
            record("sdm230", theirs, first, what);
        }
        assertTrue(values(first).contains(" = grid_power -1234.5 W"), () -> said(first));
        replay(first);
        serveOnALine(first, what);
    }

    @SuppressWarnings("try") // they work while they are open
    private void serveOnALine(Path first, String... what) throws Exception {
        Path served = folder.resolve("served");
        Path second = folder.resolve("second.txt");
        try (Program server = Program.wattwire("replay", "" + first, "--serve", "0")) {
            String port = server.await("--rtu-tcp 127\\.0\\.0\\.1:(\\d+)", START);
            try (Program line = line(pty(served), "tcp:127.0.0.1:" + port)) {
                record("sdm230", served, second, what);
                assertEquals(values(first), values(second));
                String[] where = {"-m", "rtu", "-b", "9600", "-P", "none", "" + served};
                String asked = Mbpoll.once(0, List.of("-t", "3:float", "-B", "-r", "12"), where);
                assertTrue(asked.contains("-1234.5"), asked);
            }
        }
    }

    @Test
    @SuppressWarnings("try") // they work while they are open
    void anInverterWithAProtocolOfItsOwnIsRecordedAndReplayed() throws Exception {
        Path ours = folder.resolve("ours");
        Path theirs = folder.resolve("theirs");
        Path file = folder.resolve("cms.txt");
        try (Program line = line(pty(ours), pty(theirs));
                Program inverter = Program.wattwire("simulate", "cms", "--serial", ours + LINE)) {
            inverter.await("answers", START);
            record("cms", theirs, file, "--cycles", "2");
        }
        assertTrue(
                values(file).stream().anyMatch(it -> it.startsWith(" = ac_power ")),
                () -> said(file));
        replay(file);
    }

    private static String said(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            return "" + unreadable;
        }
    }
}

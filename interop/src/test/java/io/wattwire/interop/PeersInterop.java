package io.wattwire.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our simulator before the masters of others, our reader before their servers. */
class PeersInterop {
    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration ONE_COMMAND = Duration.ofSeconds(90);
    private static final String PYTHON = "/usr/bin/python3";

    /** Address of each input register (float, high word first) and what it must hold. */
    private static final Map<Integer, Double> FLOATS =
            new TreeMap<>(Map.of(0, 231.5, 12, -1234.5, 70, 49.98, 72, 1520.25, 74, 310.5));

    private static final Map<String, Double> VALUES =
            Map.of(
                    "grid_voltage_l1", 231.5,
                    "grid_power", -1234.5,
                    "grid_frequency", 49.98,
                    "grid_energy_import", 1520.25,
                    "grid_energy_export", 310.5);

    @TempDir Path folder;
    private Path values;

    @BeforeEach
    void writeValues() throws IOException {
        JsonObject json = new JsonObject();
        VALUES.forEach(json::addProperty);
        values = Files.writeString(folder.resolve("v.json"), json.toString());
    }

    @Test
    void mbpollReadsOurSimulatedMeterOverTcpAndSoDoWe() throws Exception {
        try (Program meter =
                Program.wattwire(
                        "simulate",
                        "sdm230",
                        "--tcp",
                        "0",
                        "--unit",
                        "2",
                        "--values",
                        "" + values)) {
            String port = meter.await("answers as unit 2 on 127\\.0\\.0\\.1:(\\d+)", START);
            for (Map.Entry<Integer, Double> e : FLOATS.entrySet()) {
                assertEquals(
                        e.getValue(),
                        mbpoll(e.getKey(), "-m", "tcp", "-p", port, "127.0.0.1"),
                        0.01,
                        "address " + e.getKey());
            }
            assertRead("--tcp", "127.0.0.1:" + port);
        }
    }

    @Test
    void theSameThroughASerialLine() throws Exception {
        Path ours = folder.resolve("ours");
        Path theirs = folder.resolve("theirs");
        try (Program line =
                Program.start(
                        "socat",
                        "-d",
                        "-d",
                        "pty,raw,echo=0,link=" + ours,
                        "pty,raw,echo=0,link=" + theirs)) {
            line.await("starting data transfer loop", START);
            try (Program meter =
                    Program.wattwire(
                            "simulate",
                            "sdm230",
                            "--serial",
                            ours + ":9600:8N1",
                            "--unit",
                            "2",
                            "--values",
                            "" + values)) {
                meter.await("answers as unit 2", START);
                for (Map.Entry<Integer, Double> e : FLOATS.entrySet()) {
                    assertEquals(
                            e.getValue(),
                            mbpoll(
                                    e.getKey(),
                                    "-m",
                                    "rtu",
                                    "-b",
                                    "9600",
                                    "-P",
                                    "none",
                                    "" + theirs),
                            0.01,
                            "address " + e.getKey());
                }
                assertRead("--serial", theirs + ":9600:8N1");
            }
        }
    }

    @Test
    void ourReaderUnderstandsAPymodbusServer() throws Exception {
        try (Program server = Program.start(PYTHON, resource("pymodbus_meter.py"))) {
            String port = server.await("port (\\d+)", START);
            Program.wattwire(
                            "read",
                            "sdm230",
                            "--tcp",
                            "127.0.0.1:" + port,
                            "--unit",
                            "2",
                            "--deadline",
                            "10000",
                            "--json",
                            "grid_voltage_l1",
                            "grid_power")
                    .output(0, ONE_COMMAND);
            assertRead("--tcp", "127.0.0.1:" + port);
        }
    }

    private void assertRead(String... link) throws Exception {
        String[] command = {
            "read",
            "sdm230",
            link[0],
            link[1],
            "--unit",
            "2",
            "--deadline",
            "10000",
            "--json",
            "grid_voltage_l1",
            "grid_power",
            "grid_frequency",
            "grid_energy_import",
            "grid_energy_export"
        };
        try (Program read = Program.wattwire(command)) {
            String output = read.output(0, ONE_COMMAND);
            JsonObject json =
                    JsonParser.parseString(output.substring(output.indexOf('{'))).getAsJsonObject();
            VALUES.forEach(
                    (name, value) -> assertEquals(value, json.get(name).getAsDouble(), 0.01, name));
        }
    }

    /** Reads one float with mbpoll, which counts registers from 1 unless told otherwise. */
    private static double mbpoll(int address, String... where) throws Exception {
        String[] fixed = {
            "mbpoll",
            "-o",
            "10",
            "-1",
            "-0",
            "-a",
            "2",
            "-t",
            "3:float",
            "-B",
            "-r",
            "" + address,
            "-c",
            "1"
        };
        String[] command = new String[fixed.length + where.length];
        System.arraycopy(fixed, 0, command, 0, fixed.length);
        System.arraycopy(where, 0, command, fixed.length, where.length);
        try (Program mbpoll = Program.start(command)) {
            String output = mbpoll.output(0, ONE_COMMAND);
            Matcher m = Pattern.compile("\\[" + address + "\\]:\\s+(\\S+)").matcher(output);
            assertTrue(m.find(), output);
            return Double.parseDouble(m.group(1));
        }
    }

    private String resource(String name) throws URISyntaxException {
        return Path.of(getClass().getResource("/" + name).toURI()).toString();
    }
}

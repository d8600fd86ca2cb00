package io.wattwire.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.wattwire.interop.Wattnode.Row;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The emulated WattNode before the masters of others: each register that the vendor lists, reads
 * from any offset, and what is refused.
 */
class EmulatedMeterInterop {
    private static final Duration ALL = Duration.ofMinutes(2);
    private static final String PYTHON = "/usr/bin/python3";
    private static final String ID =
            "Continental Control Systems LLC, WattNode MODBUS, WNC-3Y-400-MB\0";
    private static final int BAUD_RATE = 1652;
    private static final int CODE_OF_9600 = 4;

    /** A source whose phases differ in amount and direction. */
    private static final String VALUES =
            """
            {"grid_power": 1000, "grid_power_l1": 2000, "grid_power_l2": -1000, "grid_power_l3": 0,
             "grid_voltage_l1": 230, "grid_voltage_l2": 231, "grid_voltage_l3": 229,
             "grid_current_l1": 10, "grid_current_l2": 5, "grid_current_l3": 0,
             "grid_frequency": 49.98, "grid_reactive_power": 500, "grid_power_factor": 0.7,
             "grid_energy_import": 12345.6, "grid_energy_export": 678.9}
            """;

    @TempDir Path folder;
    private Path values;
    private Path data;

    @BeforeEach
    void writeValues() throws Exception {
        values = Files.writeString(folder.resolve("v.json"), VALUES);
        data = folder.resolve("data");
    }

    @Test
    void eachRegisterOverTcp() throws Exception {
        try (EmulatedMeter meter = EmulatedMeter.onTcp(values, data)) {
            String[] where = {"-m", "tcp", "-p", "" + meter.port(), "127.0.0.1"};
            checkMbpoll(where);
            checkPymodbus("tcp", "127.0.0.1", "" + meter.port());
            checkMbpollRefusals(where);
        }
    }

    @Test
    @SuppressWarnings("try") // it answers while it is open
    void eachRegisterOverASerialLine() throws Exception {
        Path ours = folder.resolve("ours");
        Path theirs = folder.resolve("theirs");
        String pty = "pty,raw,echo=0,link=";
        try (Program line = Program.start("socat", "-d", "-d", pty + ours, pty + theirs)) {
            line.await("starting data transfer loop", EmulatedMeter.START);
            try (EmulatedMeter meter = EmulatedMeter.onSerial(ours, values, data)) {
                String[] where = {"-m", "rtu", "-b", "9600", "-P", "none", "" + theirs};
                checkMbpoll(where);
                JsonObject found = checkPymodbus("rtu", "" + theirs);
                int baud = found.getAsJsonObject("holding").get("" + BAUD_RATE).getAsInt();
                assertEquals(CODE_OF_9600, baud);
                checkMbpollRefusals(where);
                String id = Mbpoll.once(0, List.of("-u"), where).replaceAll("\\s+", " ");
                assertTrue(id.contains("WattNode MODBUS") && id.contains("WNC-3Y-400-MB"), id);
            }
        }
    }

    private JsonObject checkPymodbus(String... where) throws Exception {
        Path script = Path.of(getClass().getResource("/pymodbus_wattnode.py").toURI());
        List<String> command = new ArrayList<>(List.of(PYTHON, "" + script, "" + Wattnode.file()));
        command.addAll(List.of(where));
        JsonObject found;
        try (Program python = Program.start(command.toArray(String[]::new))) {
            String output = python.output(0, ALL);
            String report = output.lines().filter(line -> line.startsWith("{")).findFirst().get();
            found = JsonParser.parseString(report).getAsJsonObject();
        }
        Wattnode.check(numbers(found.getAsJsonObject("holding")));
        Wattnode.check(numbers(found.getAsJsonObject("input")));
        assertEquals("{\"reads\":526,\"wrong\":[]}", found.get("offsets").toString(), "any offset");
        assertEquals("[[0,0,0],[3,3,3],[1,1,1],[30,2]]", found.get("averaging").toString());
        checkRefusals(found.getAsJsonObject("refusals"));
        assertEquals("no answer", found.get("foreign").getAsString());
        assertEquals("an answer", found.get("after").getAsString());
        checkId(found);
        return found;
    }

    private static Map<Integer, Double> numbers(JsonObject registers) {
        Map<Integer, Double> numbers = new TreeMap<>();
        registers
                .entrySet()
                .forEach(
                        e -> numbers.put(Integer.parseInt(e.getKey()), e.getValue().getAsDouble()));
        return numbers;
    }

    /** Past an end, between the blocks and read-only: 2; out of range: 3; another function: 1. */
    private static void checkRefusals(JsonObject refusals) {
        assertEquals(36, refusals.size(), refusals::toString);
        for (Map.Entry<String, JsonElement> refusal : refusals.entrySet()) {
            String expected =
                    switch (refusal.getKey()) {
                        case "write averaging 9" -> "3";
                        case "function 7" -> "1";
                        default -> "2";
                    };
            assertEquals(expected, refusal.getValue().getAsString(), refusal.getKey());
        }
    }

    private static void checkId(JsonObject found) {
        byte[] id = new byte[found.getAsJsonArray("id").size()];
        for (int i = 0; i < id.length; i++) {
            id[i] = found.getAsJsonArray("id").get(i).getAsByte();
        }
        assertEquals(2, id[0]);
        assertEquals((byte) 0xFF, id[1]);
        assertEquals(ID, new String(id, 2, id.length - 2, StandardCharsets.US_ASCII));
    }

    /** It takes the low word first unless told otherwise, as the WattNode gives it. */
    private static void checkMbpoll(String... where) throws Exception {
        Mbpoll.await(1008, "1000", EmulatedMeter.START, where);
        Map<Integer, Double> found = new TreeMap<>();
        for (List<Row> run : Wattnode.runs()) {
            Row first = run.get(0);
            String type =
                    switch (first.type()) {
                        case "float32" -> "4:float";
                        case "int32", "uint32" -> "4:int";
                        default -> "4";
                    };
            List<String> what =
                    List.of("-t", type, "-r", "" + first.address(), "-c", "" + run.size());
            Matcher m =
                    Pattern.compile("\\[(\\d+)\\]:\\s+(\\S+)(?: \\((-?\\d+)\\))?")
                            .matcher(Mbpoll.once(0, what, where));
            while (m.find()) {
                String number = m.group(3) == null ? m.group(2) : m.group(3);
                found.put(Integer.parseInt(m.group(1)), Double.parseDouble(number));
            }
        }
        Wattnode.check(found);
    }

    /** The meter queues what it refused in its error status. */
    private static void checkMbpollRefusals(String... where) throws Exception {
        String past = Mbpoll.once(1, List.of("-t", "4", "-r", "1034"), where);
        assertTrue(past.contains("Illegal data address"), past);
        String error = Mbpoll.once(0, List.of("-t", "4", "-r", "1709"), where);
        assertTrue(error.contains("\t206"), error);
        String foreign = Mbpoll.once(1, List.of("-a", "3", "-t", "4", "-r", "1008"), where);
        assertTrue(foreign.contains("timed out"), foreign);
    }
}

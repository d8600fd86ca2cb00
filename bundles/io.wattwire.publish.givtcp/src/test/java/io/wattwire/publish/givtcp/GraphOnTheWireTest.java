package io.wattwire.publish.givtcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.server.MemoryBank;
import io.wattwire.device.server.ModbusServer;
import io.wattwire.driver.givenergy.GivEnergyDriver;
import io.wattwire.publish.Sample;
import io.wattwire.publish.givtcp.data.Day;
import io.wattwire.publish.givtcp.data.Fleet;
import io.wattwire.publish.givtcp.data.Form;
import io.wattwire.publish.givtcp.data.Published;
import io.wattwire.publish.givtcp.data.Snapshot;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.kura.channel.Channel;
import org.eclipse.kura.channel.ChannelFlag;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.channel.ChannelType;
import org.eclipse.kura.type.DataType;
import org.junit.jupiter.api.Test;

/**
 * The channels of the shipped graph, read by the real driver from a simulated dongle, are all that
 * GivTCP's structure needs, and registers become what GivTCP makes of them.
 */
class GraphOnTheWireTest {

    private static final Pattern CHANNEL =
            Pattern.compile("name=\"([a-z0-9_]+)#\\+(type|value.type)\".*?<esf:value>([A-Z_]+)<");
    private static final int INVERTER = 0x11;
    private static final int PACK = 0x32;

    private final MemoryBank inverter = new MemoryBank();
    private final MemoryBank pack = new MemoryBank();

    private static int[] ascii(String text) {
        int[] words = new int[text.length() / 2];
        for (int i = 0; i < words.length; i++) {
            words[i] = text.charAt(2 * i) << 8 | text.charAt(2 * i + 1);
        }
        return words;
    }

    private void holding(int address, int... words) {
        inverter.set(RegisterKind.HOLDING, address, words);
    }

    private void input(int address, int... words) {
        inverter.set(RegisterKind.INPUT, address, words);
    }

    /** A Gen1 that imports and discharges in the evening. */
    private void fill() {
        inverter.set(RegisterKind.HOLDING, 0, new int[180]);
        inverter.set(RegisterKind.INPUT, 0, new int[240]);
        holding(0, 0x2001);
        holding(13, ascii("SA2114G047"));
        holding(19, 449, 1, 449);
        holding(27, 1);
        holding(31, 60, 60); // never set
        holding(34, 140);
        holding(47, 1);
        holding(54, 1, 160, 1600, 700);
        holding(59, 0);
        holding(94, 30, 430, 1);
        holding(110, 4, 50, 20);
        holding(114, 4);
        holding(116, 80);
        input(1, 3105, 2980, 0, 0, 2413);
        input(6, 0, 50_002);
        input(11, 1, 4473); // 70009
        input(17, 75, 40, 24, 20);
        input(21, 0, 10_004);
        input(24, 1900, 44, 33, 0, 3215);
        input(30, 0x10000 - 450, 12, 0, 22_222, 0, 11, 55, 46);
        input(41, 295, 2300);
        input(44, 88, 0, 65_432);
        input(50, 5197, 3800, 1975);
        input(59, 63);
        pack.set(RegisterKind.INPUT, 60, new int[60]);
        pack.set(RegisterKind.INPUT, 60, new int[] {3231, 3235, 3232});
        pack.set(RegisterKind.INPUT, 76, new int[] {168, 157, 165, 146, 51966 & 0xFFFF, 172});
        pack.set(RegisterKind.INPUT, 84, new int[] {0, 19_097, 0, 16_000, 0, 11_842});
        pack.set(RegisterKind.INPUT, 96, new int[] {12, 16, 3005, 0, 64});
        pack.set(RegisterKind.INPUT, 105, new int[] {24_001, 26_001});
        pack.set(RegisterKind.INPUT, 110, ascii("BG2145G001"));
        pack.set(RegisterKind.INPUT, 115, new int[] {2});
    }

    private static List<ChannelRecord> channels() throws Exception {
        Map<String, String[]> found = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("../../dp/graphs/givtcp.xml"))) {
            Matcher matcher = CHANNEL.matcher(line);
            if (matcher.find()) {
                int which = matcher.group(2).equals("type") ? 0 : 1;
                String[] kinds = found.computeIfAbsent(matcher.group(1), it -> new String[2]);
                kinds[which] = kinds[which] == null ? matcher.group(3) : kinds[which];
            }
        }
        List<ChannelRecord> records = new ArrayList<>();
        found.forEach(
                (name, kinds) -> {
                    if (kinds[0].equals("READ")) {
                        DataType type = DataType.valueOf(kinds[1]);
                        records.add(
                                new Channel(name, ChannelType.READ, type, Map.of())
                                        .createReadRecord());
                    }
                });
        return records;
    }

    private Map<String, String> read() throws Exception {
        fill();
        GivEnergyDriver driver = new GivEnergyDriver();
        try (ModbusServer server =
                ModbusServer.builder()
                        .unit(INVERTER, inverter)
                        .unit(PACK, pack)
                        .givEnergy(InetAddress.getLoopbackAddress(), 0, "WF2125G000", "SA2114G047")
                        .start()) {
            Map<String, Object> properties = new HashMap<>();
            properties.put("kura.service.pid", "driver");
            properties.put("connection", "givenergy");
            properties.put("host", "127.0.0.1");
            properties.put("port", server.port());
            properties.put("read.deadline.ms", 20_000);
            properties.put("pause.ms", 0);
            properties.put("connect.delay.ms", 0);
            properties.put("assets.create", false);
            driver.activate(null, properties);
            List<ChannelRecord> records = channels();
            driver.read(records);
            List<Sample> samples = new ArrayList<>();
            List<String> failed = new ArrayList<>();
            for (ChannelRecord record : records) {
                if (record.getChannelStatus().getChannelFlag() == ChannelFlag.SUCCESS) {
                    Object value = record.getValue().getValue();
                    samples.add(new Sample("house", record.getChannelName(), value, Day.TIME));
                } else {
                    failed.add(record.getChannelStatus().getExceptionMessage());
                }
            }
            Snapshot now =
                    new Fleet(Form.OF_2022, false, Day.NOBODY, () -> 0)
                            .take(samples).stream()
                                    .findFirst()
                                    .orElseThrow(() -> new AssertionError(failed));
            return Published.of(now.structure());
        } finally {
            driver.deactivate();
        }
    }

    @Test
    void theShippedGraphReadsAllThatGivTcpPublishes() throws Exception {
        Map<String, String> said = read();
        TreeSet<String> keys = new TreeSet<>();
        try (InputStream in = getClass().getResourceAsStream("/givtcp-2022.txt")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> keys.add(line.split(" ")[0]));
        }
        assertEquals(keys, new TreeSet<>(said.keySet()));
        Map<String, String> expected = new HashMap<>();
        expected.put("Power/Power/Grid_Power", "-450");
        expected.put("Power/Power/Import_Power", "450");
        expected.put("Power/Power/Export_Power", "0");
        expected.put("Power/Power/Battery_Power", "1975");
        expected.put("Power/Power/Discharge_Power", "1975");
        expected.put("Power/Power/Charge_Power", "0");
        expected.put("Power/Power/Invertor_Power", "1900");
        expected.put("Power/Power/PV_Power", "60");
        expected.put("Power/Power/PV_Power_String_1", "40");
        expected.put("Power/Power/PV_Voltage_String_1", "310.5");
        expected.put("Power/Power/Load_Power", "2300");
        expected.put("Power/Power/EPS_Power", "12");
        expected.put("Power/Flows/Battery_to_House", "1975");
        expected.put("Power/Flows/Grid_to_House", "450");
        expected.put("Power/Flows/Solar_to_House", "60");
        expected.put("Energy/Total/PV_Energy_Total_kWh", "7000.9");
        expected.put("Energy/Total/Battery_Charge_Energy_Total_kWh", "2600.1");
        expected.put("Energy/Total/Battery_Discharge_Energy_Total_kWh", "2400.1");
        expected.put("Energy/Total/Load_Energy_Total_kWh", "7443.5");
        expected.put("Energy/Today/Load_Energy_Today_kWh", "6.6");
        expected.put("Energy/Today/PV_Energy_Today_kWh", "9.9");
        expected.put("Timeslots/Charge_start_time_slot_1", "00:30:00");
        expected.put("Timeslots/Charge_end_time_slot_2", "00:00:00");
        expected.put("Timeslots/Discharge_end_time_slot_1", "07:00:00");
        expected.put("Control/Mode", "Eco");
        expected.put("Control/Battery_Discharge_Rate", "60");
        expected.put("Control/Battery_Charge_Rate", "100");
        expected.put("Control/Enable_Charge_Schedule", "enable");
        expected.put("Invertor_Details/Battery_Capacity_kWh", "8.19");
        expected.put("Invertor_Details/Invertor_Temperature", "29.5");
        expected.put("Battery_Details/BG2145G001/Battery_Remaining_Capcity", "118.42");
        expected.put("Battery_Details/BG2145G001/Battery_Voltage", "51.97");
        expected.put("Battery_Details/BG2145G001/Battery_USB_present", "True");
        expected.forEach((path, value) -> assertEquals(value, said.get(path), path));
    }

    @Test
    void everyChannelForCommandsIsListed() throws Exception {
        String graph = Files.readString(Path.of("../../dp/graphs/givtcp.xml"));
        Matcher points = Pattern.compile("\"control.points\".*?<esf:value>([^<]*)<").matcher(graph);
        assertTrue(points.find());
        assertNotNull(points.group(1));
        for (String command : List.of("battery_mode", "charge_slot_2", "discharge_slot_2")) {
            assertTrue(points.group(1).contains("inverter-control/" + command), command);
        }
    }
}

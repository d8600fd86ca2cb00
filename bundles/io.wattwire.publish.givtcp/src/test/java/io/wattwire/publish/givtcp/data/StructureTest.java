package io.wattwire.publish.givtcp.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** GivTCP's keys, units and signs, as collected in the facts. */
class StructureTest {

    private static final String SERIAL = "SA2114G047";

    private record Fact(String unit, String value) {}

    private static Map<String, Fact> facts(String file) throws Exception {
        Map<String, Fact> facts = new TreeMap<>();
        try (InputStream in = StructureTest.class.getResourceAsStream("/" + file)) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" ", 3))
                    .forEach(part -> facts.put(part[0], new Fact(part[1], part[2])));
        }
        return facts;
    }

    private static Map<String, Object> structure(Form form, Map<String, Object> values) {
        Fleet fleet = new Fleet(form, false, Day.NOBODY, () -> 0);
        List<Snapshot> cycles = fleet.take(Day.samples(values, Day.TIME));
        assertEquals(1, cycles.size());
        assertEquals(SERIAL, cycles.get(0).serial());
        return cycles.get(0).structure();
    }

    private static String unit(String path, Form form) {
        Discovery discovery = new Discovery("homeassistant", "GivEnergy", SERIAL, form, Set.of());
        JsonObject entity =
                JsonParser.parseString(discovery.of(path, 2600).payload()).getAsJsonObject();
        return entity.has("unit_of_meas") ? entity.get("unit_of_meas").getAsString() : "-";
    }

    private static void assertSays(Map<String, Fact> facts, Form form, Map<String, String> said) {
        facts.forEach(
                (path, fact) -> {
                    assertEquals(fact.value(), said.get(path), path);
                    String unit = fact.unit().equals("C") ? "°C" : fact.unit();
                    assertEquals(unit, unit(path, form), path);
                });
    }

    @Test
    void everyKeyOf2022IsThereWithItsUnitAndSignAndNoOther() throws Exception {
        Map<String, Fact> facts = facts("givtcp-2022.txt");
        Map<String, String> said = Published.of(structure(Form.OF_2022, Day.values()));
        assertEquals(facts.keySet(), new TreeMap<>(said).keySet());
        assertSays(facts, Form.OF_2022, said);
    }

    @Test
    void everyKeyThatV3AddedIsThereToo() throws Exception {
        Map<String, String> said = Published.of(structure(Form.V3, Day.more()));
        assertSays(facts("givtcp-v3.txt"), Form.V3, said);
        facts("givtcp-2022.txt").keySet().stream()
                .filter(it -> it.startsWith("Energy/") || it.startsWith("Power/"))
                .forEach(it -> assertTrue(said.containsKey(it), it));
        assertFalse(said.keySet().stream().anyMatch(it -> it.startsWith("Invertor_Details")));
        assertFalse(said.containsKey("status"));
    }

    @Test
    void vendorsRegistersKeepTheirSigns() {
        Map<String, Object> values = Day.values();
        for (String ours : List.of("grid_power", "battery_power", "inverter_power", "load_power")) {
            values.remove(ours);
        }
        values.put("grid_export_power", 1200.0);
        values.put("battery_discharge_power", -1450.0);
        values.put("inverter_output_power", 1900.0);
        values.put("load_demand_power", 700.0);
        Map<String, Object> power = Structure.section(structure(Form.OF_2022, values), "Power");
        Map<String, Object> expected =
                Structure.section(structure(Form.OF_2022, Day.values()), "Power");
        assertEquals(expected, power);
    }

    /** Each row: our grid, battery, PV and load; then GivTCP's seven flows, by its formulas. */
    @ParameterizedTest
    @CsvSource({
        // night, charging from the grid
        "3000,2500,0,480, 0,0,0,0,2500,500,0",
        // night, export from the battery
        "-300,-2600,0,2300, 0,0,0,2300,0,0,300",
        // PV does not do for both: what comes from the grid into the battery may be less than PV's
        "200,100,800,300, 300,500,0,0,-400,100,0",
        // nothing at all
        "0,0,0,0, 0,0,0,0,0,0,0",
    })
    void flowsFollowTheFormulas(
            double grid,
            double battery,
            double pv,
            double load,
            long solarToHouse,
            long solarToBattery,
            long solarToGrid,
            long batteryToHouse,
            long gridToBattery,
            long gridToHouse,
            long batteryToGrid) {
        Map<String, Object> values = Day.values();
        values.put("grid_power", grid);
        values.put("battery_power", battery);
        values.put("pv1_power", pv);
        values.put("pv2_power", 0.0);
        values.put("load_power", load);
        Map<String, Object> power = Structure.section(structure(Form.OF_2022, values), "Power");
        assertEquals(
                Map.of(
                        "Solar_to_House", solarToHouse,
                        "Solar_to_Battery", solarToBattery,
                        "Solar_to_Grid", solarToGrid,
                        "Battery_to_House", batteryToHouse,
                        "Grid_to_Battery", gridToBattery,
                        "Grid_to_House", gridToHouse,
                        "Battery_to_Grid", batteryToGrid),
                Structure.section(power, "Flows"));
        assertEquals(
                Math.round(0 - battery), Structure.section(power, "Power").get("Battery_Power"));
        assertEquals(Math.round(0 - grid), Structure.section(power, "Power").get("Grid_Power"));
    }

    @Test
    void implausiblePowersAreLeftOutAsGivTcpDoes() {
        Map<String, Object> values = Day.values();
        values.put("pv1_power", 14_500.0);
        values.put("inverter_power", -6001.0);
        values.put("load_power", 15_500.0);
        Map<String, Object> power =
                Structure.section(
                        Structure.section(structure(Form.OF_2022, values), "Power"), "Power");
        for (String key :
                List.of("PV_Power", "PV_Power_String_1", "Invertor_Power", "Load_Power")) {
            assertFalse(power.containsKey(key), key);
        }
        assertEquals(6001L, power.get("AC_Charge_Power"));
    }

    @ParameterizedTest
    @CsvSource({
        "eco,false,4,Eco,Eco",
        "eco,false,100,Eco (Paused),Eco (Paused)",
        "eco,true,100,Timed Demand,Timed Demand",
        "export,true,100,Timed Export,Timed Export",
        "eco,false,20,Unknown,Eco",
        "export,false,4,Unknown,Export (Paused)",
    })
    void theModeIsReadBackFromThreeRegisters(
            String power, boolean slots, double reserve, String in2022, String inV3) {
        Map<String, Object> values = Day.values();
        values.put("battery_power_mode", power);
        values.put("enable_discharge", slots);
        values.put("battery_soc_reserve", reserve);
        assertEquals(
                in2022, Structure.section(structure(Form.OF_2022, values), "Control").get("Mode"));
        assertEquals(inV3, Structure.section(structure(Form.V3, values), "Control").get("Mode"));
    }

    @Test
    void loadCountsPvBesidesWhereItIsNotBehindTheInverter() {
        Map<String, Object> values = Day.values();
        values.put("device_type", "AC coupled 3 kW (3001)");
        Map<String, Object> structure = structure(Form.OF_2022, values);
        Map<String, Object> today =
                Structure.section(Structure.section(structure, "Energy"), "Today");
        assertEquals(16.5, today.get("Load_Energy_Today_kWh"));
        assertEquals("AC", Structure.section(structure, "Invertor_Details").get("Invertor_Type"));
    }

    @Test
    void anAllInOneTellsNoVoltsOfItsStrings() {
        Map<String, Object> values = Day.values();
        values.put("device_type", "all-in-one 6 kW (8001)");
        Map<String, Object> power =
                Structure.section(
                        Structure.section(structure(Form.OF_2022, values), "Power"), "Power");
        assertTrue(power.containsKey("PV_Voltage_String_1"));
        assertNull(power.get("PV_Voltage_String_1"));
        assertFalse(Published.of(power).containsKey("PV_Voltage_String_1"));
    }
}

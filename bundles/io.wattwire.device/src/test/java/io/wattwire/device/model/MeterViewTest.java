package io.wattwire.device.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeterViewTest {
    private static final String REGISTERS =
            """
            name,kind,address,type,unit
            p,input,0,F32,W
            u,input,2,F32,V
            i,input,4,F32,A
            e_in,input,6,F32,Wh
            e_out,input,8,F32,Wh
            """;
    private static final String POINTS =
            """
            name,role,value
            grid_power,grid,p
            grid_power_l1,grid,p
            grid_voltage_l1,grid,u
            grid_current_l1,grid,i
            grid_energy_import,grid,e_in / 1000
            grid_energy_export,grid,e_out / 1000
            inverter_power,pv,-p
            inverter_energy_total,pv,e_out / 1000
            battery_energy_charged,battery,e_in / 1000
            battery_energy_discharged,battery,e_out / 1000
            load_power,load,max(p \\, 0)
            """
                    .replace("max(p \\, 0)", "\"max(p, 0)\"");
    private static final Map<String, Object> MEASURED =
            Map.of("p", -1500.0, "u", 230.1, "i", 6.5, "e_in", 2000.0, "e_out", 5000.0);

    private static Map<String, Object> values(MeterRole role, boolean invert, int phase)
            throws TableException {
        Map<String, Object> values = new TreeMap<>();
        for (Point point :
                Registers.table(REGISTERS, POINTS).forMeter(role, invert, phase).points()) {
            values.put(
                    point.name(),
                    point.value()
                            .evaluate(name -> Optional.ofNullable(MEASURED.get(name)))
                            .orElseThrow());
        }
        return values;
    }

    @Test
    void keepsThePointsOfItsRole() throws TableException {
        assertEquals(
                Map.of(
                        "grid_power", -1500.0,
                        "grid_power_l1", -1500.0,
                        "grid_voltage_l1", 230.1,
                        "grid_current_l1", 6.5,
                        "grid_energy_import", 2.0,
                        "grid_energy_export", 5.0),
                values(MeterRole.GRID, false, 0));
        assertEquals(
                Map.of("inverter_power", 1500.0, "inverter_energy_total", 5.0),
                values(MeterRole.PV, false, 0));
        assertEquals(Map.of("load_power", 0.0), values(MeterRole.LOAD, false, 0));
        assertEquals(Map.of(), values(MeterRole.EV, false, 0));
    }

    /** Mounted the other way round: flows turn, counters change places, magnitudes stay. */
    @Test
    void invertTurnsFlowsAndSwapsCounters() throws TableException {
        assertEquals(
                Map.of(
                        "grid_power", 1500.0,
                        "grid_power_l1", 1500.0,
                        "grid_voltage_l1", 230.1,
                        "grid_current_l1", 6.5,
                        "grid_energy_import", 5.0,
                        "grid_energy_export", 2.0),
                values(MeterRole.GRID, true, 0));
        assertEquals(
                Map.of("inverter_power", -1500.0, "inverter_energy_total", 2.0),
                values(MeterRole.PV, true, 0));
        assertEquals(
                Map.of("battery_energy_charged", 5.0, "battery_energy_discharged", 2.0),
                values(MeterRole.BATTERY, true, 0));
    }

    /** The ratio of a transformer belongs to both directions, so it hides neither of them. */
    @Test
    void invertSwapsCountersThatShareARatio() throws TableException {
        RegisterTable table =
                Registers.table(
                        REGISTERS + "ratio,input,10,U16,\n",
                        "name,role,value\n"
                                + "grid_energy_import,grid,e_in * ratio / 1000\n"
                                + "grid_energy_export,grid,e_out * ratio / 1000\n");
        Map<String, Object> measured = Map.of("e_in", 2000.0, "e_out", 5000.0, "ratio", 40.0);
        Point imported =
                table.forMeter(MeterRole.GRID, true, 0).point("grid_energy_import").orElseThrow();
        assertEquals(
                Optional.of(200.0),
                imported.value().evaluate(name -> Optional.ofNullable(measured.get(name))));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "2, 2", "3, 3"})
    void aMeterOfOnePhaseSitsOnTheGivenOne(int phase, int expected) throws TableException {
        assertEquals(-1500.0, values(MeterRole.GRID, false, phase).get("grid_power_l" + expected));
        assertEquals(230.1, values(MeterRole.GRID, false, phase).get("grid_voltage_l" + expected));
        assertEquals(-1500.0, values(MeterRole.GRID, false, phase).get("grid_power"));
    }

    @Test
    void theInputsOfAMeterOfThreePhasesMoveOn() throws TableException {
        RegisterTable table =
                Registers.table(
                        "name,kind,address,type,unit\na,input,0,F32,V\nb,input,2,F32,V\nc,input,4,F32,V\n",
                        "name,role,value\ngrid_voltage_l1,grid,a\ngrid_voltage_l2,grid,b\ngrid_voltage_l3,grid,c\n");
        List<Point> points = table.forMeter(MeterRole.GRID, false, 2).points();
        assertEquals(
                List.of("grid_voltage_l2=a", "grid_voltage_l3=b", "grid_voltage_l1=c"),
                points.stream().map(point -> point.name() + "=" + point.value()).toList());
    }

    @Test
    void refusesAPhaseThatDoesNotExist() throws TableException {
        RegisterTable table = Registers.table(REGISTERS, POINTS);
        assertThrows(
                IllegalArgumentException.class, () -> table.forMeter(MeterRole.GRID, false, 4));
        assertThrows(
                IllegalArgumentException.class, () -> table.forMeter(MeterRole.GRID, false, -1));
    }

    @Test
    void rolesAreFoundByName() {
        assertEquals(Optional.of(MeterRole.EV), MeterRole.find(" EV"));
        assertEquals(Optional.empty(), MeterRole.find("mains"));
    }
}

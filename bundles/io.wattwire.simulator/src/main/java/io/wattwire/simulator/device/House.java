package io.wattwire.simulator.device;

import io.wattwire.device.model.RegisterTable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A house at noon with a device in it, in common points: the sun gives more than the load takes,
 * the battery is being charged, the rest is exported. What the device is told to do changes it.
 */
final class House {

    private static final double LOAD_W = 1200;
    private static final double SUN_W = 5000;
    private static final double CHARGE_W = 2600;
    private static final double LOSSES_W = 100;
    private static final double VOLTS = 230;
    private static final double CELLS_V = 51.2;
    private static final double STRING_V = 380;
    private static final int PHASES = 3;

    private final RegisterTable table;
    private final Map<String, Object> points = new LinkedHashMap<>();

    private House(RegisterTable table) {
        this.table = table;
    }

    /**
     * The flows of power, phases and strings before their sums.
     *
     * @param setPoint power of the battery, W, + is charging; empty when the device decides
     * @param limit most power at the inverter's AC terminals, W
     * @param export most export at the grid connection, W
     */
    static Map<String, Object> flows(
            RegisterTable table,
            OptionalDouble setPoint,
            OptionalDouble limit,
            OptionalDouble export) {
        House house = new House(table);
        boolean sun = house.has("pv_power");
        boolean stores = house.has("battery_power");
        double charge = stores ? setPoint.orElse(CHARGE_W) : 0;
        // a battery inverter stores what another inverter of the house makes
        double elsewhere = stores && !sun ? SUN_W - LOSSES_W : 0;
        double made = sun || !stores ? SUN_W - LOSSES_W : 0;
        double inverter = Math.min(made - charge, limit.orElse(Double.POSITIVE_INFINITY));
        double most = LOAD_W - elsewhere + export.orElse(Double.POSITIVE_INFINITY);
        inverter = elsewhere == 0 ? Math.min(inverter, most) : inverter;
        double amperes = Math.round(charge / CELLS_V * 10) / 10.0;
        house.put("battery_voltage", CELLS_V);
        house.put("battery_current", amperes);
        house.put("battery_power", charge);
        house.strings(inverter + charge + LOSSES_W);
        house.shared("inverter", inverter);
        house.shared("load", LOAD_W);
        house.shared("grid", LOAD_W - elsewhere - inverter);
        return house.points;
    }

    private boolean has(String point) {
        return table.point(point).isPresent();
    }

    private void put(String point, Object value) {
        if (has(point)) {
            points.put(point, value);
        }
    }

    /** Two strings of the same size; a third lies in the shade. */
    private void strings(double watts) {
        int strings = has("pv2_power") ? 2 : 1;
        for (int string = 1; string <= strings; string++) {
            put("pv" + string + "_voltage", STRING_V);
            put("pv" + string + "_current", watts / strings / STRING_V);
            put("pv" + string + "_power", watts / strings);
        }
        put("pv_power", watts);
    }

    private void shared(String what, double watts) {
        int phases = 0;
        for (int phase = 1; phase <= PHASES; phase++) {
            String end = "_l" + phase;
            phases += has(what + "_power" + end) || has(what + "_voltage" + end) ? 1 : 0;
        }
        for (int phase = 1; phase <= phases; phase++) {
            put(what + "_voltage_l" + phase, VOLTS);
            put(what + "_current_l" + phase, Math.abs(watts) / phases / VOLTS);
            put(what + "_power_l" + phase, watts / phases);
        }
        put(what + "_power", watts);
    }

    /** What does not change by a command. */
    static Map<String, Object> constants() {
        Map<String, Object> constants = new LinkedHashMap<>();
        constants.put("grid_frequency", 50.0);
        constants.put("grid_power_factor", 1.0);
        constants.put("grid_energy_import", 3210.0);
        constants.put("grid_energy_export", 4321.0);
        constants.put("grid_connected", true);
        constants.put("inverter_rated_power", 10_000.0);
        constants.put("inverter_temperature", 41.0);
        constants.put("inverter_energy_total", 12_345.0);
        constants.put("pv_energy_today", 14.2);
        constants.put("pv_energy_total", 12_600.0);
        constants.put("battery_soc", 62.0);
        constants.put("battery_voltage", CELLS_V);
        constants.put("battery_temperature", 24.0);
        constants.put("battery_energy_charged", 2400.0);
        constants.put("battery_energy_discharged", 2250.0);
        constants.put("battery_max_charge_power", 5000.0);
        constants.put("battery_max_discharge_power", 5000.0);
        constants.put("battery_capacity", 10.24);
        constants.put("load_energy_total", 8100.0);
        return constants;
    }
}

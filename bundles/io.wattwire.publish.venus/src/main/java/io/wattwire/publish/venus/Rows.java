package io.wattwire.publish.venus;

import java.util.ArrayList;
import java.util.List;

/**
 * The paths of the services. The pages "dbus" and "dbus-api" of Victron's wiki say what they mean;
 * {@code /Internal} is what dbus-modbus-client with a Growatt showed, strings counted from 0.
 */
final class Rows {

    private static final int PHASES = 3;
    private static final int STRINGS = 8;

    private Rows() {}

    static List<Row> of(Kind kind) {
        List<Row> rows = new ArrayList<>();
        switch (kind) {
            case GRID -> grid(rows);
            case PVINVERTER -> inverter(rows);
            default -> battery(rows);
        }
        return rows;
    }

    private static void grid(List<Row> rows) {
        always(rows, "grid_power", "/Ac/Power", 1, "W");
        always(rows, "grid_energy_import", "/Ac/Energy/Forward", 2, "kWh");
        always(rows, "grid_energy_export", "/Ac/Energy/Reverse", 2, "kWh");
        always(rows, "grid_frequency", "/Ac/Frequency", 2, "Hz");
        later(rows, "grid_power_factor", "/Ac/PowerFactor", 3, "");
        later(rows, "grid_reactive_power", "/Ac/ReactivePower", 1, "var");
    }

    private static void inverter(List<Row> rows) {
        always(rows, "inverter_power", "/Ac/Power", 1, "W");
        always(rows, "inverter_energy_total", "/Ac/Energy/Forward", 2, "kWh");
        later(rows, "grid_frequency", "/Ac/Frequency", 2, "Hz");
        later(rows, "inverter_temperature", "/Internal/InverterTemp", 1, "C");
        later(rows, "temp_ipm", "/Internal/IPMTemp", 1, "C");
        later(rows, "temp_boost", "/Internal/BoostTemp", 1, "C");
        later(rows, "derating_mode", "/Internal/DerateMode", 0, "");
        later(rows, "active_power_rate", "/Internal/activePowerRate", 1, "%");
        for (int string = 1; string <= STRINGS; string++) {
            String channel = "pv" + string;
            String path = "/Internal/Pv/" + (string - 1);
            later(rows, channel + "_voltage", path + "/V", 1, "V");
            later(rows, channel + "_current", path + "/I", 1, "A");
            later(rows, channel + "_power", path + "/P", 1, "W");
            later(rows, channel + "_energy_today", path + "/Energy/Today", 1, "kWh");
            later(rows, channel + "_energy_total", path + "/Energy/Total", 1, "kWh");
        }
    }

    private static void battery(List<Row> rows) {
        always(rows, "battery_voltage", "/Dc/0/Voltage", 2, "V");
        always(rows, "battery_current", "/Dc/0/Current", 1, "A");
        always(rows, "battery_power", "/Dc/0/Power", 0, "W");
        always(rows, "battery_temperature", "/Dc/0/Temperature", 1, "C");
        always(rows, "battery_soc", "/Soc", 0, "%");
        later(rows, "battery_soh", "/Soh", 0, "%");
        later(rows, "battery_energy_charged", "/History/ChargedEnergy", 1, "kWh");
        later(rows, "battery_energy_discharged", "/History/DischargedEnergy", 1, "kWh");
    }

    /** The parts that each phase has; their channels end in {@code _l1} and so on. */
    static List<Row> phases(Kind kind) {
        List<Row> rows = new ArrayList<>();
        for (int phase = 1; kind != Kind.BATTERY && phase <= PHASES; phase++) {
            String path = "/Ac/L" + phase;
            String end = "_l" + phase;
            always(rows, kind.start() + "power" + end, path + "/Power", 1, "W");
            always(rows, kind.start() + "current" + end, path + "/Current", 2, "A");
            always(rows, kind.start() + "voltage" + end, path + "/Voltage", 1, "V");
            always(rows, "", path + "/Energy/Forward", 2, "kWh");
            if (kind == Kind.GRID) {
                always(rows, "", path + "/Energy/Reverse", 2, "kWh");
            }
        }
        return rows;
    }

    private static void always(
            List<Row> rows, String channel, String path, int decimals, String unit) {
        rows.add(new Row(channel, path, decimals, unit, true));
    }

    private static void later(
            List<Row> rows, String channel, String path, int decimals, String unit) {
        rows.add(new Row(channel, path, decimals, unit, false));
    }
}

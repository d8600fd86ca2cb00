package io.wattwire.simulator.device;

import io.wattwire.device.model.Point;
import io.wattwire.simulator.device.PowerBalance.Site;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the common points of a device say of the house; parts of a sum before the sum. */
final class HousePoints {

    static final int PHASES = 3;

    private static final int PV_INPUTS = 8;
    private static final double COUNTED_KWH = 3_100;
    private static final double TODAY_KWH = 6.2;
    private static final double BACKUP_W = 200;

    private final TableDevice device;
    private final Set<String> names;
    private final int inputs;

    HousePoints(TableDevice device) {
        this.device = device;
        names =
                device.table().points().stream()
                        .filter(point -> !point.writable())
                        .filter(point -> !point.value().registers().isEmpty())
                        .map(Point::name)
                        .collect(Collectors.toSet());
        int most = 0;
        for (int input = 1; input <= PV_INPUTS; input++) {
            most = names.contains("pv" + input + "_power") ? input : most;
        }
        inputs = Math.max(1, most);
    }

    /** The house around the device; a device without PV inputs and battery is a PV inverter. */
    Site site(double sunW, double loadW, double otherwise) {
        boolean battery = names.contains("battery_power") || names.contains("battery_soc");
        boolean pv =
                names.contains("pv_power")
                        || names.contains("pv1_power")
                        || !battery && names.contains("inverter_power");
        return new Site(sunW, loadW, pv, battery, rated(otherwise));
    }

    private double rated(double otherwise) {
        boolean told = names.contains("inverter_rated_power");
        Object rated = told ? device.get("inverter_rated_power").orElse(0) : 0;
        return rated instanceof Number number && number.doubleValue() > 0
                ? number.doubleValue()
                : otherwise;
    }

    /** What does not change. */
    Map<String, Object> fixed() {
        Map<String, Object> values = new LinkedHashMap<>();
        if (rated(0) == 0) {
            put(values, "inverter_rated_power", Plausible.RATED_W);
        }
        put(values, "battery_voltage", Plausible.BATTERY_V);
        put(values, "battery_capacity", PowerBalance.CAPACITY_KWH);
        put(values, "battery_max_charge_power", Plausible.RATED_W);
        put(values, "battery_max_discharge_power", Plausible.RATED_W);
        put(values, "battery_temperature", 24);
        put(values, "inverter_temperature", 41);
        put(values, "grid_frequency", 50);
        put(values, "grid_power_factor", 1);
        put(values, "grid_connected", true);
        for (int phase = 1; phase <= PHASES; phase++) {
            put(values, "grid_voltage_l" + phase, Plausible.MAINS_V);
            put(values, "inverter_voltage_l" + phase, Plausible.MAINS_V);
        }
        return values;
    }

    /** What the house does now. */
    Map<String, Object> shown(PowerBalance house) {
        Map<String, Object> values = new LinkedHashMap<>();
        put(values, "ev_power", 0);
        put(values, "generator_power", 0);
        put(values, "backup_power", BACKUP_W);
        flow(values, "load", house.load());
        flow(values, "inverter", house.inverter());
        flow(values, "grid", house.grid());
        pv(values, house);
        battery(values, house);
        put(values, "grid_energy_import", COUNTED_KWH + house.imported());
        put(values, "grid_energy_export", COUNTED_KWH + house.exported());
        put(values, "pv_energy_today", TODAY_KWH + house.generated());
        put(values, "pv_energy_total", COUNTED_KWH + house.generated());
        put(values, "inverter_energy_total", COUNTED_KWH + house.generated());
        return values;
    }

    private void flow(Map<String, Object> values, String what, double watts) {
        int phases = 0;
        for (int phase = 1; phase <= PHASES; phase++) {
            phases +=
                    names.contains(what + "_power_l" + phase)
                                    || names.contains(what + "_current_l" + phase)
                            ? 1
                            : 0;
        }
        for (int phase = 1; phase <= PHASES; phase++) {
            double share = watts / Math.max(1, phases);
            put(values, what + "_power_l" + phase, share);
            put(values, what + "_current_l" + phase, Math.abs(share) / Plausible.MAINS_V);
        }
        put(values, what + "_power", watts);
    }

    private void pv(Map<String, Object> values, PowerBalance house) {
        for (int input = 1; input <= inputs; input++) {
            double share = house.pv() / inputs;
            put(values, "pv" + input + "_power", share);
            put(values, "pv" + input + "_voltage", Plausible.STRING_V);
            put(values, "pv" + input + "_current", share / Plausible.STRING_V);
        }
        put(values, "pv_power", house.pv());
    }

    private void battery(Map<String, Object> values, PowerBalance house) {
        put(values, "battery_power", house.battery());
        put(values, "battery_current", house.battery() / Plausible.BATTERY_V);
        put(values, "battery_soc", house.soc());
        put(values, "battery_energy_charged", COUNTED_KWH + house.charged());
        put(values, "battery_energy_discharged", COUNTED_KWH + house.discharged());
    }

    private void put(Map<String, Object> values, String name, Object value) {
        if (names.contains(name)) {
            values.put(name, value);
        }
    }
}

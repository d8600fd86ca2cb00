package io.wattwire.simulator.device;

import io.wattwire.device.model.Access;
import io.wattwire.device.model.Register;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Registers in which a device tells once more what it tells elsewhere: others may read those, and
 * must not see another house there. Not thread-safe.
 */
final class Mirrors {

    /** The older of two registers for one value; what is too large for it is clipped. */
    private static final String NARROW = "_16bit";

    /**
     * Registers that no common point shows, and the points whose value, or its opposite, they hold.
     */
    private static final Map<String, String> POINTS =
            Map.ofEntries(
                    Map.entry("system_battery_power", "battery_power"),
                    Map.entry("system_battery_current", "battery_current"),
                    Map.entry("system_battery_voltage", "battery_voltage"),
                    Map.entry("system_battery_soc", "battery_soc"),
                    Map.entry("system_dc_vebus_power", "-inverter_power"),
                    Map.entry("system_dc_inverter_charger_power", "-inverter_power"),
                    Map.entry("storage_unit_1_charge_discharge_power", "battery_power"),
                    Map.entry("storage_unit_1_state_of_capacity", "battery_soc"));

    private final TableDevice device;
    private final Map<String, String> sources = new LinkedHashMap<>();

    Mirrors(TableDevice device) {
        this.device = device;
        for (Register register : device.table().registers()) {
            String point = POINTS.getOrDefault(register.name(), "");
            if (register.access() != Access.R) {
                continue;
            }
            if (!point.isEmpty() && device.table().point(plain(point)).isPresent()) {
                sources.put(register.name(), point);
            }
            if (register.name().endsWith(NARROW)) {
                String wide = register.name().replace(NARROW, "");
                device.table()
                        .register(wide)
                        .ifPresent(it -> sources.put(register.name(), it.name()));
            }
        }
    }

    private static String plain(String source) {
        return source.startsWith("-") ? source.substring(1) : source;
    }

    /** Takes over what the other registers hold now. */
    void show() {
        List<String> names = new ArrayList<>(sources.keySet());
        names.forEach(name -> source(sources.get(name)).ifPresent(v -> device.set(name, v)));
    }

    private Optional<Object> source(String name) {
        Optional<Object> value = device.get(plain(name));
        return name.startsWith("-") ? value.map(Mirrors::opposite) : value;
    }

    private static Object opposite(Object value) {
        return value instanceof Number number ? -number.doubleValue() : value;
    }
}

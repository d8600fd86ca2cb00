package io.wattwire.cli.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The 55 values that a device script of solaredge_meterproxy can give. */
final class SempKeys {

    static final List<String> ALL = all();

    private SempKeys() {}

    private static List<String> all() {
        List<String> keys = new ArrayList<>();
        for (String each :
                List.of(
                        "power_active",
                        "power_reactive",
                        "power_apparent",
                        "power_factor",
                        "energy_active",
                        "import_energy_active",
                        "export_energy_active",
                        "energy_reactive",
                        "energy_apparent",
                        "demand_power_active")) {
            keys.add(each);
            Stream.of("l1_", "l2_", "l3_").map(phase -> phase + each).forEach(keys::add);
        }
        keys.addAll(List.of("l1_current", "l2_current", "l3_current", "frequency"));
        keys.addAll(List.of("voltage_ln", "l1n_voltage", "l2n_voltage", "l3n_voltage"));
        keys.addAll(List.of("voltage_ll", "l12_voltage", "l23_voltage", "l31_voltage"));
        keys.addAll(
                List.of(
                        "minimum_demand_power_active",
                        "maximum_demand_power_active",
                        "demand_power_apparent"));
        return List.copyOf(keys);
    }
}

package io.wattwire.source.influxdb;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The columns that solaredge_meterproxy's influxdb source reads, which are those of an SDM120, as
 * the values they stand for. Any other column keeps its name.
 */
final class Columns {

    private static final Map<String, List<String>> MEANT =
            Map.of(
                    "total_energy_active", List.of("energy_active"),
                    "voltage", List.of("voltage_ln", "l1n_voltage"),
                    "current", List.of("l1_current"),
                    "total_energy_reactive", List.of("energy_reactive"),
                    "total_demand_power_active", List.of("demand_power_active"),
                    "maximum_total_demand_power_active", List.of("maximum_demand_power_active"));

    private Columns() {}

    static Map<String, Double> meant(Map<String, Double> columns) {
        Map<String, Double> values = new LinkedHashMap<>();
        columns.forEach(
                (column, value) ->
                        MEANT.getOrDefault(column, List.of(column))
                                .forEach(name -> values.put(name, value)));
        return values;
    }
}

package io.wattwire.driver.solaredge.meter;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A source of one phase fills the total and phase 1, whichever of the two it knows. */
final class SinglePhase {

    private static final List<String> TOTALS =
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
                    "demand_power_active");

    private SinglePhase() {}

    /**
     * Fills the other one.
     *
     * @param given what a source says
     * @return the same where it knows phase 2 or 3
     */
    static Map<String, Double> fill(Map<String, Double> given) {
        if (given.keySet().stream().anyMatch(SinglePhase::isOfAnotherPhase)) {
            return given;
        }
        Map<String, Double> filled = new HashMap<>(given);
        for (String total : TOTALS) {
            fill(filled, total, "l1_" + total);
        }
        fill(filled, "voltage_ln", "l1n_voltage");
        return filled;
    }

    private static boolean isOfAnotherPhase(String key) {
        return key.startsWith("l2") || key.startsWith("l3");
    }

    private static void fill(Map<String, Double> values, String one, String other) {
        if (values.containsKey(one)) {
            values.putIfAbsent(other, values.get(one));
        } else if (values.containsKey(other)) {
            values.put(one, values.get(other));
        }
    }
}

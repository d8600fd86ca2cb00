package io.wattwire.publish.givtcp.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * GivTCP's lines for InfluxDB: one per inverter and cycle, with the powers and energies of the
 * structure as floats, and the time of the values, so that a line that comes late or twice is where
 * it belongs.
 */
public final class InfluxLines {

    private InfluxLines() {}

    /**
     * The line of a cycle.
     *
     * @param snapshot of one inverter
     * @return without line end, its time in milliseconds; empty where there is nothing to tell
     */
    public static String of(Snapshot snapshot) {
        List<String> fields = new ArrayList<>();
        Map<String, Object> power = Structure.section(snapshot.structure(), "Power");
        Map<String, Object> energy = Structure.section(snapshot.structure(), "Energy");
        add(fields, Structure.section(power, "Power"));
        add(fields, Structure.section(power, "Flows"));
        add(fields, Structure.section(energy, "Today"));
        add(fields, Structure.section(energy, "Total"));
        return fields.isEmpty()
                ? ""
                : snapshot.serial()
                        + ",tagKey=GivReal "
                        + String.join(",", fields)
                        + " "
                        + snapshot.timeMillis();
    }

    private static void add(List<String> fields, Map<String, Object> section) {
        section.forEach(
                (key, value) -> {
                    if (value instanceof Number) { // times are left out: a field keeps its type
                        fields.add(
                                key.toLowerCase(Locale.ROOT).replace(' ', '_')
                                        + "="
                                        + Published.text(value));
                    }
                });
    }
}

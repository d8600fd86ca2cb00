package io.wattwire.driver.solaredge.meter;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * What masters wrote into a meter: settings as they are, energies as a distance from what the meter
 * counts. Not thread-safe.
 */
final class Memory {

    private static final String SETTING = "set";
    private static final String DISTANCE = "off";

    private final Map<String, Double> settings = new TreeMap<>();
    private final Map<String, Double> distances = new TreeMap<>();

    OptionalDouble setting(String register) {
        Double value = settings.get(register);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    void set(String register, double value) {
        settings.put(register, value);
    }

    void forget(String register) {
        settings.remove(register);
    }

    double distance(String register) {
        return distances.getOrDefault(register, 0.0);
    }

    void preset(String register, double counted, double wanted) {
        distances.put(register, wanted - counted);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        settings.forEach((name, value) -> line(text, SETTING, name, value));
        distances.forEach((name, value) -> line(text, DISTANCE, name, value));
        return text.toString();
    }

    private static void line(StringBuilder text, String kind, String name, double value) {
        text.append(kind).append(' ').append(name).append(' ').append(value).append('\n');
    }

    /** Takes over what {@link #text()} gave; damaged lines are left out. */
    void load(String text) {
        for (String line : text.lines().toList()) {
            String[] parts = line.split(" ");
            if (parts.length != 3) {
                continue;
            }
            try {
                Map<String, Double> where = parts[0].equals(SETTING) ? settings : distances;
                double value = Double.parseDouble(parts[2]);
                if (Double.isFinite(value)) {
                    where.put(parts[1], value);
                }
            } catch (NumberFormatException damaged) {
                continue;
            }
        }
    }
}

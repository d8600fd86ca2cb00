package io.wattwire.standalone.util;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.kura.configuration.ConfigurationService;

/**
 * A component's properties, read with care: nobody has checked them, and a value may be of its type
 * or text.
 */
public final class Properties {
    private final Map<String, ?> values;

    /**
     * Wraps properties.
     *
     * @param values as they were delivered
     */
    public Properties(Map<String, ?> values) {
        this.values = Map.copyOf(values);
    }

    /** {@return the {@code kura.service.pid}, or "unnamed"} */
    public String pid() {
        return text(ConfigurationService.KURA_SERVICE_PID, "unnamed");
    }

    /**
     * Reads text.
     *
     * @param name of the property
     * @param absent what to return if it is absent
     * @return the value as text
     */
    public String text(String name, String absent) {
        Object value = values.get(name);
        return value == null ? absent : value.toString();
    }

    /**
     * Reads a whole number.
     *
     * @param name of the property
     * @param absent what to return if it is absent
     * @param min the least value
     * @param max the greatest value
     * @return the value
     * @throws IllegalArgumentException if it is no such number, naming property, value and range
     */
    public int number(String name, int absent, int min, int max) {
        String text = text(name, "").trim();
        if (text.isEmpty()) {
            return absent;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, together with the range
        }
        throw new IllegalArgumentException(
                "%s: %s is '%s'; write a whole number from %d to %d"
                        .formatted(pid(), name, text, min, max));
    }

    /**
     * Reads a yes or no.
     *
     * @param name of the property
     * @param absent what to return if it is absent
     * @return true for {@code true} in any case
     */
    public boolean flag(String name, boolean absent) {
        return Boolean.parseBoolean(text(name, Boolean.toString(absent)));
    }

    /**
     * Reads a unit of time.
     *
     * @param name of the property
     * @param absent what to return if it is absent
     * @param smallest the smallest unit that may be used
     * @return the unit
     * @throws IllegalArgumentException if it is no such unit, naming property, value and units
     */
    public TimeUnit unit(String name, TimeUnit absent, TimeUnit smallest) {
        String text = text(name, absent.name()).trim();
        List<TimeUnit> units =
                Arrays.stream(TimeUnit.values()).filter(u -> u.compareTo(smallest) >= 0).toList();
        return units.stream()
                .filter(unit -> unit.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "%s: %s is '%s'; write one of %s"
                                                .formatted(pid(), name, text, units)));
    }
}

package io.wattwire.device.model;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** How units are written, so that the same unit is the same text in all tables. */
final class Units {
    private static final Set<String> USUAL =
            Set.of(
                    "W", "kW", "MW", "V", "mV", "kV", "A", "mA", "Hz", "Wh", "kWh", "MWh", "VA",
                    "kVA", "VAh", "kVAh", "var", "kvar", "varh", "kvarh", "Ah", "mAh", "%", "degC",
                    "deg", "Ohm", "mOhm", "kOhm", "MOhm", "s", "ms", "min", "h", "d", "rpm", "dBm",
                    "bar", "l/min", "m3");
    private static final Map<String, String> OTHER_SPELLINGS =
            Map.of(
                    "°C", "degC", "C", "degC", "°", "deg", "Ω", "Ohm", "kΩ", "kOhm", "mΩ", "mOhm",
                    "MΩ", "MOhm");
    private static final Pattern PLAUSIBLE = Pattern.compile("[A-Za-z0-9%/*^.€]{1,16}");

    /** What a numeric register measures when its name ends so. */
    private static final Map<String, String> BY_NAME =
            Map.of(
                    "power", "W",
                    "voltage", "V",
                    "current", "A",
                    "frequency", "Hz",
                    "temperature", "degC",
                    "energy", "kWh");

    private static final Map<String, String> ANY_CASE = anyCase();

    private Units() {}

    /** Without those that begin with m or M: there the case makes a difference of 10 to the 9. */
    private static Map<String, String> anyCase() {
        Map<String, String> spellings = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        USUAL.stream()
                .filter(unit -> !unit.regionMatches(true, 0, "m", 0, 1))
                .forEach(unit -> spellings.put(unit, unit));
        return spellings;
    }

    /** What is wrong with the unit of a number, and the remedy. */
    static Optional<String> problem(String name, String unit) {
        if (unit.isEmpty()) {
            String usual = BY_NAME.get(name.substring(name.lastIndexOf('_') + 1));
            return usual == null
                    ? Optional.empty()
                    : Optional.of(
                            "is empty, but the name promises a measured number; write " + usual);
        }
        if (USUAL.contains(unit)) {
            return Optional.empty();
        }
        String meant = OTHER_SPELLINGS.getOrDefault(unit, ANY_CASE.getOrDefault(unit, ""));
        if (!meant.isEmpty()) {
            return Optional.of("'" + unit + "' is spelled " + meant + " here; write " + meant);
        }
        return PLAUSIBLE.matcher(unit).matches()
                ? Optional.empty()
                : Optional.of("'" + unit + "' is no unit; write W, V, A, kWh, degC …");
    }
}

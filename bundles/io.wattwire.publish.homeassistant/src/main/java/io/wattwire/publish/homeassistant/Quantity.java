package io.wattwire.publish.homeassistant;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a number measures, in Home Assistant's words.
 *
 * @param deviceClass of a sensor or number; empty for none
 * @param stateClass of a sensor
 * @param unit as Home Assistant spells it; empty for none
 */
record Quantity(String deviceClass, String stateClass, String unit) {

    private static final String MEASUREMENT = "measurement";
    private static final String RISING = "total_increasing";

    /** An amount that is there now, not one that was ever counted. */
    private static final Pattern STORED =
            Pattern.compile("capacity|remaining|stored|nominal|rated|available|limit|_max|_min");

    private static final Pattern CHARGE = Pattern.compile("(^|_)soc($|_)");

    private static final Map<String, Quantity> BY_UNIT =
            Map.ofEntries(
                    of("W", "power", "W"),
                    of("kW", "power", "kW"),
                    of("MW", "power", "MW"),
                    of("VA", "apparent_power", "VA"),
                    of("var", "reactive_power", "var"),
                    of("V", "voltage", "V"),
                    of("mV", "voltage", "mV"),
                    of("A", "current", "A"),
                    of("mA", "current", "mA"),
                    of("Hz", "frequency", "Hz"),
                    of("degC", "temperature", "°C"),
                    of("s", "duration", "s"),
                    of("ms", "duration", "ms"),
                    of("min", "duration", "min"),
                    of("h", "duration", "h"),
                    of("d", "duration", "d"),
                    of("dBm", "signal_strength", "dBm"),
                    of("bar", "pressure", "bar"),
                    of("l/min", "volume_flow_rate", "L/min"),
                    of("deg", "", "°"),
                    of("Ohm", "", "Ω"),
                    of("mOhm", "", "mΩ"),
                    of("kOhm", "", "kΩ"),
                    of("MOhm", "", "MΩ"));

    private static Map.Entry<String, Quantity> of(String unit, String deviceClass, String theirs) {
        return Map.entry(unit, new Quantity(deviceClass, MEASUREMENT, theirs));
    }

    /**
     * Finds out.
     *
     * @param name of the channel
     * @param unit as our tables spell it
     * @param falls whether it may fall: a net amount
     */
    static Quantity of(String name, String unit, boolean falls) {
        return switch (unit) {
            case "Wh", "kWh", "MWh" -> energy(name, unit, falls);
            case "VAh", "kVAh", "varh", "kvarh" -> new Quantity("", falls ? "total" : RISING, unit);
            case "m3" ->
                    name.contains("gas")
                            ? new Quantity("gas", RISING, "m³")
                            : new Quantity("", RISING, "m³");
            case "%" -> new Quantity(share(name), MEASUREMENT, "%");
            case "" -> new Quantity(factor(name), MEASUREMENT, "");
            default ->
                    Optional.ofNullable(BY_UNIT.get(unit))
                            .orElseGet(() -> new Quantity("", MEASUREMENT, unit));
        };
    }

    private static Quantity energy(String name, String unit, boolean falls) {
        if (STORED.matcher(name).find()) {
            return new Quantity("energy_storage", MEASUREMENT, unit);
        }
        return new Quantity("energy", falls ? "total" : RISING, unit);
    }

    private static String share(String name) {
        return name.contains("power_factor")
                ? "power_factor"
                : CHARGE.matcher(name).find() ? "battery" : "";
    }

    private static String factor(String name) {
        return name.contains("power_factor") ? "power_factor" : "";
    }
}

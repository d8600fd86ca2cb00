package io.wattwire.publish.prometheus;

import java.util.Map;

/**
 * How Prometheus names a unit: base units, whatever the device tells.
 *
 * @param suffix of a metric's name
 * @param factor from the channel's unit
 */
record Unit(String suffix, double factor) {

    private static final Map<String, Unit> KNOWN =
            Map.ofEntries(
                    Map.entry("W", new Unit("_watts", 1)),
                    Map.entry("kW", new Unit("_watts", 1e3)),
                    Map.entry("MW", new Unit("_watts", 1e6)),
                    Map.entry("var", new Unit("_vars", 1)),
                    Map.entry("kvar", new Unit("_vars", 1e3)),
                    Map.entry("VA", new Unit("_voltamperes", 1)),
                    Map.entry("kVA", new Unit("_voltamperes", 1e3)),
                    Map.entry("V", new Unit("_volts", 1)),
                    Map.entry("mV", new Unit("_volts", 1e-3)),
                    Map.entry("A", new Unit("_amperes", 1)),
                    Map.entry("mA", new Unit("_amperes", 1e-3)),
                    Map.entry("Ah", new Unit("_coulombs", 3600)),
                    Map.entry("Hz", new Unit("_hertz", 1)),
                    Map.entry("Wh", new Unit("_joules", 3600)),
                    Map.entry("kWh", new Unit("_joules", 3.6e6)),
                    Map.entry("MWh", new Unit("_joules", 3.6e9)),
                    Map.entry("%", new Unit("_ratio", 0.01)),
                    Map.entry("degC", new Unit("_celsius", 1)),
                    Map.entry("ms", new Unit("_seconds", 1e-3)),
                    Map.entry("s", new Unit("_seconds", 1)),
                    Map.entry("min", new Unit("_seconds", 60)),
                    Map.entry("h", new Unit("_seconds", 3600)),
                    Map.entry("ohm", new Unit("_ohms", 1)),
                    Map.entry("kohm", new Unit("_ohms", 1e3)));

    static final Unit NONE = new Unit("", 1);

    /** In base units. Dividing by 100 keeps 57 % at 0.57, which 57 times 0.01 is not. */
    double base(double value) {
        return factor < 1 ? value / Math.rint(1 / factor) : value * factor;
    }

    /** Null for one that Prometheus has no base unit for. */
    static Unit of(String unit) {
        return unit.isEmpty() ? NONE : KNOWN.get(unit);
    }
}

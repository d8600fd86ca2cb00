package io.wattwire.driver.solaredge.meter;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Completes what a source gives: a meter's registers belong together, and an inverter's export
 * control reads the phases even where the source knows only their sum. Pure. What was given is
 * kept, except signs that contradict the power's: the meter shows current and power factor with the
 * sign of the phase's real power.
 */
final class Derivation {

    private static final List<String> PHASES = List.of("l1", "l2", "l3");

    /** The meter calls a phase inactive below a fifth of 230 V. */
    private static final double ACTIVE_VOLTS = 46;

    private final Map<String, Double> values;
    private final double phaseOffset;

    private Derivation(Map<String, Double> given, double phaseOffset) {
        values = new HashMap<>(given);
        this.phaseOffset = Math.toRadians(phaseOffset);
    }

    /**
     * Completes values.
     *
     * @param given at least one real power; units of {@link Quantities}
     * @param phaseOffset angle between two phases in degrees: 120, 90, 180, 0 for a single phase
     * @return with all powers, voltages, currents, and factors that follow; never with a value that
     *     is not finite
     */
    static Map<String, Double> complete(Map<String, Double> given, double phaseOffset) {
        Derivation derivation = new Derivation(given, phaseOffset);
        derivation.split("power_active");
        derivation.voltages();
        PHASES.forEach(derivation::phase);
        derivation.totals();
        return derivation.values;
    }

    private OptionalDouble get(String key) {
        Double value = values.get(key);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private double or0(String key) {
        return values.getOrDefault(key, 0.0);
    }

    private boolean lacks(String key) {
        return !values.containsKey(key);
    }

    /**
     * The phases always add up to the total: what no phase claims is the first unknown phase's,
     * which puts a single-phase source on phase 1.
     */
    private void split(String key) {
        List<String> unknown = PHASES.stream().map(l -> l + "_" + key).filter(this::lacks).toList();
        double known = PHASES.stream().mapToDouble(l -> or0(l + "_" + key)).sum();
        if (lacks(key)) {
            values.put(key, known);
        }
        double rest = or0(key) - known;
        for (String phase : unknown) {
            values.put(phase, rest);
            rest = 0;
        }
    }

    private void voltages() {
        if (Stream.of("l1n", "l2n", "l3n").allMatch(p -> lacks(p + "_voltage"))) {
            get("voltage_ln").ifPresent(volts -> values.put("l1n_voltage", volts));
        }
        average("voltage_ln", "l1n_voltage", "l2n_voltage", "l3n_voltage");
        between("l12_voltage", "l1n_voltage", "l2n_voltage");
        between("l23_voltage", "l2n_voltage", "l3n_voltage");
        between("l31_voltage", "l3n_voltage", "l1n_voltage");
        average("voltage_ll", "l12_voltage", "l23_voltage", "l31_voltage");
    }

    /** Inactive phases are left out, as the meter does. */
    private void average(String key, String... parts) {
        double mean =
                Stream.of(parts)
                        .map(values::get)
                        .filter(Objects::nonNull)
                        .filter(volts -> volts >= ACTIVE_VOLTS)
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElse(0);
        values.putIfAbsent(key, mean);
    }

    private void between(String key, String one, String other) {
        double a = or0(one);
        double b = or0(other);
        if (lacks(key) && a >= ACTIVE_VOLTS && b >= ACTIVE_VOLTS) {
            values.put(key, Math.sqrt(a * a + b * b - 2 * a * b * Math.cos(phaseOffset)));
        }
    }

    private void phase(String phase) {
        double power = or0(phase + "_power_active");
        OptionalDouble volts = get(phase + "n_voltage");
        double apparent = Math.max(apparent(phase + "_", power, volts), Math.abs(power));
        values.put(phase + "_power_apparent", apparent);
        reactive(phase + "_", power, apparent);
        boolean active = volts.isEmpty() || volts.getAsDouble() >= ACTIVE_VOLTS;
        factor(phase + "_", power, apparent, active);
        if (volts.isPresent() && active) {
            values.putIfAbsent(phase + "_current", apparent / volts.getAsDouble());
        }
        values.computeIfPresent(
                phase + "_current", (key, amps) -> Math.copySign(amps, sign(power, amps)));
    }

    /** A current keeps its sign where no power tells one. */
    private static double sign(double power, double otherwise) {
        return power == 0 ? otherwise : power;
    }

    private double apparent(String prefix, double power, OptionalDouble volts) {
        if (!lacks(prefix + "power_apparent")) {
            return or0(prefix + "power_apparent");
        }
        double factor = Math.abs(or0(prefix + "power_factor"));
        if (factor > 0) {
            return Math.abs(power) / factor;
        }
        if (!lacks(prefix + "power_reactive")) {
            return Math.hypot(power, or0(prefix + "power_reactive"));
        }
        if (volts.isPresent() && !lacks(prefix + "current")) {
            return volts.getAsDouble() * Math.abs(or0(prefix + "current"));
        }
        return Math.abs(power);
    }

    private void reactive(String prefix, double power, double apparent) {
        double squares = apparent * apparent - power * power;
        values.putIfAbsent(prefix + "power_reactive", Math.sqrt(Math.max(0, squares)));
    }

    private void factor(String prefix, double power, double apparent, boolean active) {
        if (!active) {
            values.put(prefix + "power_factor", 0.0);
            return;
        }
        double share = apparent == 0 ? 1 : Math.abs(power) / apparent;
        double factor = Math.abs(values.getOrDefault(prefix + "power_factor", share));
        values.put(prefix + "power_factor", power < 0 ? -factor : factor);
    }

    private void totals() {
        sum("power_reactive", phase -> or0(phase + "_power_reactive"));
        sum("power_apparent", phase -> or0(phase + "_power_apparent"));
        double power = or0("power_active");
        values.merge("power_apparent", Math.abs(power), Math::max);
        boolean active = lacks("l1n_voltage") || or0("voltage_ln") >= ACTIVE_VOLTS;
        factor("", power, or0("power_apparent"), active);
    }

    private void sum(String key, ToDoubleFunction<String> part) {
        values.putIfAbsent(key, PHASES.stream().mapToDouble(part).sum());
    }

    /**
     * Adds net energies: what came in less what went out, unless the source counts it itself.
     *
     * @param values energies by key; changed
     */
    static void addNetEnergies(Map<String, Double> values) {
        for (String prefix : List.of("", "l1_", "l2_", "l3_")) {
            Double in = values.get(prefix + "import_energy_active");
            Double out = values.get(prefix + "export_energy_active");
            if (in != null && out != null) {
                values.putIfAbsent(prefix + "energy_active", in - out);
            }
        }
    }
}

package io.wattwire.simulator.device;

import io.wattwire.device.model.Register;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a register of a device that works shows, guessed from its unit and its name. */
final class UsualValues {

    /** The first rule whose unit and part of the name fit. */
    private record Rule(String unit, Pattern name, Object value) {
        Rule(String unit, String name, Object value) {
            this(unit, Pattern.compile(name), value);
        }

        boolean fits(Register register) {
            return unit.equals(register.unit()) && name.matcher(register.name()).find();
        }
    }

    private static final List<Rule> RULES =
            List.of(
                    new Rule("V", "cell", 3.32),
                    new Rule("V", "bat|pack|bms|dc|bus|float|absorption|equali", 51.2),
                    new Rule("V", "pv|mppt|string", 380.0),
                    new Rule("V", "line_|_ab|_bc|_ca|l1_l2|l2_l3|l3_l1", 400.0),
                    new Rule("V", "", 230.0),
                    new Rule("Hz", "", 50.0),
                    new Rule("degC", "", 25.0),
                    new Rule("W", "rated|nominal|max|p_max|capab", 10_000.0),
                    new Rule("VA", "rated|nominal|max|s_max", 10_000.0),
                    new Rule("kW", "rated|nominal|max|p_max", 10.0),
                    new Rule("A", "rated|nominal|max|limit", 100.0),
                    new Rule("Ah", "", 200.0),
                    new Rule("%", "soh|health", 99.0),
                    new Rule("%", "min|low|cut|reserve|end_of_discharge", 10.0),
                    new Rule("%", "soc|state_of|capacity|charge", 62.0),
                    new Rule("%", "max|limit|rate|percent", 100.0),
                    new Rule("", "number_of_phases", 3.0),
                    new Rule("", "power_factor|ratio|transformer|rate", 1.0),
                    new Rule("kWh", "", 1000.0),
                    new Rule("Wh", "", 1_000_000.0));

    /** How vendors call it that all is well; the best word first. */
    private static final List<Pattern> WELL =
            List.of(
                    Pattern.compile(
                            "(?i)^(normal|ok|running|grid|on-grid|on grid.*|connected|charging)$"),
                    Pattern.compile("(?i)normal|running|on.grid|\\bok\\b|none|no (fault|alarm)"));

    private UsualValues() {}

    /** A value; empty for one that is best left 0. */
    static Optional<Object> of(Register register) {
        Map<Long, String> labels = register.labels();
        if (!labels.isEmpty()) {
            return labels.containsKey(0L) && !register.name().matches(".*(status|state|source)$")
                    ? Optional.empty()
                    : state(labels);
        }
        Optional<Object> usual =
                RULES.stream().filter(rule -> rule.fits(register)).findFirst().map(Rule::value);
        if (usual.isEmpty() && register.min().orElse(0) > 0) {
            usual = Optional.of(register.min().getAsDouble());
        }
        return usual.map(value -> held(register, value));
    }

    private static Optional<Object> state(Map<Long, String> labels) {
        for (Pattern word : WELL) {
            for (String label : labels.values()) {
                if (word.matcher(label).find()) {
                    return Optional.of(label);
                }
            }
        }
        return labels.containsKey(0L)
                ? Optional.empty()
                : Optional.of(labels.values().iterator().next());
    }

    private static Object held(Register register, Object value) {
        double most = register.max().orElse(Double.POSITIVE_INFINITY);
        double least = register.min().orElse(Double.NEGATIVE_INFINITY);
        return Math.max(least, Math.min(most, ((Number) value).doubleValue()));
    }
}

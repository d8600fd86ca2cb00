package io.wattwire.limit;

import io.wattwire.device.wire.PropertyReader;
import io.wattwire.device.wire.Source;
import io.wattwire.limit.law.FailSafeClass;
import io.wattwire.limit.law.Figures;
import io.wattwire.limit.law.Input;
import io.wattwire.limit.law.LimitSettings.Mode;
import io.wattwire.limit.law.LimitSettings.Unit;
import io.wattwire.limit.law.Slot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the inverters: the first one from settings of its own, further ones from a line each, such
 * as {@code roof cap=3680 class=A}.
 */
final class UnitsParser {

    /** Status and so many inverters have a port each. */
    static final int MOST = 8;

    private static final String RATED_CHANNEL = "inverter_rated_power";
    private static final String MINIMUM_CHANNEL = "inverter_power_limit_min";
    private static final String STEP_CHANNEL = "inverter_power_limit_step";
    private static final String MORE = "more.inverters";
    private static final String POWER_CHANNEL = "inverter_power";
    private static final String LIMIT_CHANNEL = "inverter_power_limit";
    private static final String EXPORT_CHANNEL = "grid_export_limit";

    /** Names of the settings of one inverter, as the form or a line has them. */
    private record Keys(
            String power,
            String readBack,
            String mode,
            String failSafe,
            String cap,
            String rated,
            String minimum,
            String step,
            String phase) {

        static final Keys FORM =
                new Keys(
                        "inverter.source",
                        "readback.source",
                        "mode",
                        "fail.safe.class",
                        "inverter.cap.w",
                        "rated.w",
                        "minimum.w",
                        "step.w",
                        "inverter.phase");
        static final Keys LINE =
                new Keys(
                        "power",
                        "readback",
                        "mode",
                        "class",
                        "cap",
                        "rated",
                        "minimum",
                        "step",
                        "phase");
        static final Set<String> OF_LINE =
                Set.of(
                        "power",
                        "readback",
                        "mode",
                        "class",
                        "cap",
                        "rated",
                        "minimum",
                        "step",
                        "phase");
    }

    private final PropertyReader form;
    private final List<Unit> units = new ArrayList<>();
    private final Map<Slot, Source> sources = new HashMap<>();

    private UnitsParser(PropertyReader form) {
        this.form = form;
    }

    /**
     * @param form gets what is wrong
     */
    static UnitsParser parse(PropertyReader form) {
        UnitsParser parser = new UnitsParser(form);
        parser.first();
        int number = 1;
        for (String line : form.text(MORE, "").split("[\\r\\n]+")) {
            if (line.isBlank()) {
                continue;
            }
            number++;
            if (number > MOST) {
                form.problem(MORE + " has more lines than the limit has ports: 7 at most");
                break;
            }
            parser.further(number, line.trim());
        }
        return parser;
    }

    List<Unit> units() {
        return units;
    }

    Map<Slot, Source> sources() {
        return sources;
    }

    private void first() {
        Source power = form.source(Keys.FORM.power, Defaults.INVERTER_SOURCE);
        Source limit = form.source(Keys.FORM.readBack, Defaults.READ_BACK_SOURCE);
        String name = power == null ? "inverter" : power.asset();
        add(unit(1, name, form, Keys.FORM), power, limit);
    }

    private void further(int number, String line) {
        String[] words = line.split("[\\s;,]+");
        String asset = words[0];
        Map<String, Object> given = new HashMap<>();
        PropertyReader reader = new PropertyReader(given);
        for (int i = 1; i < words.length; i++) {
            String[] pair = words[i].split("=", 2);
            if (pair.length < 2 || !Keys.OF_LINE.contains(pair[0])) {
                reader.problem(
                        "'"
                                + PropertyReader.shown(words[i])
                                + "' is none of power=, readback=, mode=, class=, cap=, rated=,"
                                + " minimum=, step=, phase=");
            } else if (given.putIfAbsent(pair[0], pair[1]) != null) {
                reader.problem(pair[0] + " is given twice");
            }
        }
        if (asset.contains("=") || asset.contains("/")) {
            reader.problem("begin the line with the inverter's asset, as inverter2");
        }
        Unit unit = unit(number, asset, reader, Keys.LINE);
        String usual = unit.mode() == Mode.DELEGATE ? EXPORT_CHANNEL : LIMIT_CHANNEL;
        Source power = channel(reader, Keys.LINE.power, asset, POWER_CHANNEL);
        Source limit = channel(reader, Keys.LINE.readBack, asset, usual);
        add(unit, power, limit);
        reader.problems()
                .forEach(problem -> form.problem(MORE + " line " + (number - 1) + ": " + problem));
    }

    /** A channel of the inverter's own asset needs no asset before it. */
    private static Source channel(PropertyReader reader, String key, String asset, String usual) {
        String text = reader.text(key, usual);
        return text.contains("/") ? reader.source(key, "") : new Source(asset, text);
    }

    private static Unit unit(int number, String name, PropertyReader reader, Keys keys) {
        Figures fixed =
                new Figures(
                        reader.optional(keys.rated, Double.NaN, 1, Figures.LARGEST_W),
                        reader.optional(keys.minimum, Double.NaN, 0, Figures.LARGEST_W),
                        reader.optional(
                                keys.step, Double.NaN, Figures.SMALLEST_STEP_W, Figures.LARGEST_W));
        return new Unit(
                number,
                name,
                reader.choice(keys.mode, Defaults.MODE, Mode.class),
                fixed,
                reader.choice(keys.failSafe, Defaults.FAIL_SAFE_CLASS, FailSafeClass.class),
                reader.optional(keys.cap, Double.POSITIVE_INFINITY, 0, Figures.LARGEST_W),
                number,
                phase(reader, keys.phase));
    }

    private static int phase(PropertyReader reader, String key) {
        double phase = reader.optional(key, 0, 0, 3);
        if (phase != Math.rint(phase)) {
            reader.problem(key + " is " + phase + "; write 1, 2 or 3, or 0 for all of them");
        }
        return (int) phase;
    }

    private void add(Unit unit, Source power, Source limit) {
        int number = unit.number();
        units.add(unit);
        put(new Slot(Input.INVERTER, number), power);
        if (limit != null) {
            put(new Slot(Input.READ_BACK, number), limit);
            put(new Slot(Input.RATED, number), limit.sibling(RATED_CHANNEL));
            put(new Slot(Input.MINIMUM, number), limit.sibling(MINIMUM_CHANNEL));
            put(new Slot(Input.STEP, number), limit.sibling(STEP_CHANNEL));
        }
    }

    private void put(Slot slot, Source source) {
        if (source != null) {
            sources.put(slot, source);
        }
    }
}

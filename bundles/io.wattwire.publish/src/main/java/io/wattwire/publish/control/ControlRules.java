package io.wattwire.publish.control;

import io.wattwire.device.driver.SettingsReader;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the owner allows from outside: points such as {@code inverter-control/inverter_power_limit},
 * each by its full name, with a narrower range if wished: {@code … = 0..5000}. What is not listed
 * is not commanded. Immutable.
 */
public final class ControlRules {

    /** Commands that each point takes per minute where the owner says nothing. */
    public static final int PER_MINUTE = 12;

    private static final int MOST_PER_MINUTE = 600;
    private static final Pattern LINE =
            Pattern.compile(
                    "([^=;\\s]{1,511})(?:\\s*=\\s*(-?\\d{1,12}(?:\\.\\d{1,6})?)"
                            + "\\s*\\.\\.\\s*(-?\\d{1,12}(?:\\.\\d{1,6})?))?");
    private static final int SHOWN = 60;
    private static final int MOST = 200;

    private final Map<ControlPoint, Bounds> points;
    private final int perMinute;

    private ControlRules(Map<ControlPoint, Bounds> points, int perMinute) {
        this.points = points;
        this.perMinute = perMinute;
    }

    /**
     * A range, in the point's unit.
     *
     * @param least lowest value that is allowed
     * @param most highest value that is allowed, not below the least
     */
    public record Bounds(double least, double most) {

        /** Everything. */
        public static final Bounds NONE =
                new Bounds(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /**
     * Nothing is allowed.
     *
     * @return rules without points
     */
    public static ControlRules nothing() {
        return new ControlRules(Map.of(), 1);
    }

    /**
     * Reads {@code control.enabled}, {@code control.points} and {@code control.per.minute} (1 to
     * 600) of a component that is of no use without points once control is enabled.
     *
     * @param settings the owner's; collects problems
     * @param example a point that the owner may recognise, for the message
     * @return what may be commanded; nothing while control is off
     */
    public static ControlRules read(SettingsReader settings, String example) {
        return read(
                settings,
                listed -> {
                    if (listed.points().isEmpty()) {
                        settings.problem(
                                "control.enabled is true, but control.points is empty; write for"
                                        + " example "
                                        + example);
                    }
                });
    }

    /**
     * The same for a component that reads nothing else in this way.
     *
     * @param settings the owner's, unchecked
     * @param example a point that the owner may recognise, for the message
     * @param problem is told each mistake with its remedy
     * @return what may be commanded; nothing while control is off
     */
    public static ControlRules read(
            Map<String, Object> settings, String example, Consumer<String> problem) {
        SettingsReader reader = new SettingsReader(settings);
        ControlRules rules = read(reader, example);
        reader.problems().forEach(problem);
        return rules;
    }

    /**
     * The same for a component with a condition of its own.
     *
     * @param settings the owner's; collects problems
     * @param enabled is handed what is listed when control is enabled
     * @return what may be commanded; nothing while control is off
     */
    public static ControlRules read(SettingsReader settings, Consumer<ControlRules> enabled) {
        int perMinute = settings.whole("control.per.minute", 1, MOST_PER_MINUTE).orElse(PER_MINUTE);
        ControlRules listed =
                parse(settings.text("control.points", ""), perMinute, settings::problem);
        if (!settings.flag("control.enabled", false)) {
            return nothing();
        }
        enabled.accept(listed);
        return listed;
    }

    /**
     * Reads the list.
     *
     * @param text one point per line or between semicolons
     * @param perMinute how many commands each point takes per minute, at least 1
     * @param problem is told each mistake with its remedy
     * @return what could be read
     */
    public static ControlRules parse(String text, int perMinute, Consumer<String> problem) {
        Map<ControlPoint, Bounds> points = new LinkedHashMap<>();
        for (String line : text.split("[;\\r\\n]+")) {
            if (!line.isBlank()) {
                add(line.strip(), points, problem);
            }
        }
        if (points.size() > MOST) {
            problem.accept(
                    "control.points has " + points.size() + " points; write at most " + MOST);
        }
        return new ControlRules(points, Math.max(1, perMinute));
    }

    private static void add(
            String line, Map<ControlPoint, Bounds> points, Consumer<String> problem) {
        Matcher matcher = LINE.matcher(line);
        Optional<ControlPoint> point =
                matcher.matches() ? ControlPoint.parse(matcher.group(1)) : Optional.empty();
        if (point.isEmpty() || line.contains("*")) {
            problem.accept(
                    "control.points has '"
                            + (line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line)
                            + "'; write asset/channel in full, for example"
                            + " inverter-control/inverter_power_limit = 0..5000");
            return;
        }
        Bounds bounds =
                matcher.group(2) == null
                        ? Bounds.NONE
                        : new Bounds(
                                Double.parseDouble(matcher.group(2)),
                                Double.parseDouble(matcher.group(3)));
        if (bounds.least() > bounds.most()) {
            problem.accept("control.points has '" + line + "'; write the lower bound first");
            return;
        }
        points.put(point.get(), bounds);
    }

    /**
     * The points.
     *
     * @return in the order of the list
     */
    public Set<ControlPoint> points() {
        return Collections.unmodifiableSet(points.keySet());
    }

    /**
     * The owner's range of a point.
     *
     * @param point any
     * @return empty when it is not listed
     */
    public Optional<Bounds> bounds(ControlPoint point) {
        return Optional.ofNullable(points.get(point));
    }

    /**
     * How many commands each point takes.
     *
     * @return per minute, at least 1
     */
    public int perMinute() {
        return perMinute;
    }
}

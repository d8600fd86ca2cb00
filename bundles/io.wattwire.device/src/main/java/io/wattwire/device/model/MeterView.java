package io.wattwire.device.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The points of a meter as it is mounted: in a role, perhaps the other way round, perhaps on
 * another phase.
 */
final class MeterView {
    private static final int PHASES = 3;
    private static final Pattern PHASE = Pattern.compile("(.*_l)([1-3])");

    private final List<Point> all;
    private final MeterRole role;
    private final boolean invert;
    private final int phase;

    MeterView(List<Point> all, MeterRole role, boolean invert, int phase) {
        if (phase < 0 || phase > PHASES) {
            throw new IllegalArgumentException(
                    "phase " + phase + " does not exist; write 1, 2 or 3, or 0 for as it is");
        }
        this.all = all;
        this.role = role;
        this.invert = invert;
        this.phase = phase;
    }

    List<Point> points() {
        return all.stream()
                .filter(point -> point.role().isEmpty() || point.role().equals(role.text()))
                .map(
                        point ->
                                with(
                                        point,
                                        onPhase(point.name()),
                                        invert ? turned(point) : point.value()))
                .toList();
    }

    private static Point with(Point point, String name, Expression value) {
        return new Point(
                name,
                point.unit(),
                point.role(),
                value,
                point.write(),
                point.models(),
                point.note());
    }

    /** The meter's first input is on the given phase, its others on the next ones. */
    private String onPhase(String name) {
        Matcher matcher = PHASE.matcher(name);
        if (phase <= 1 || !matcher.matches()) {
            return name;
        }
        int turned = (Integer.parseInt(matcher.group(2)) - 1 + phase - 1) % PHASES + 1;
        return matcher.group(1) + turned;
    }

    private Expression turned(Point point) {
        boolean signed = CommonPoints.find(point.name()).map(CommonPoint::signed).orElse(false);
        if (signed) {
            return point.value().negated();
        }
        Map<String, String> swaps = counters(point);
        return point.value().renamed(register -> swaps.getOrDefault(register, register));
    }

    /** Which register counts the other direction, as the rows of role grid tell. */
    private Map<String, String> counters(Point point) {
        Map<String, String> swaps = new HashMap<>();
        for (Point in : all) {
            for (Point out : all) {
                if (counters(in, out)
                        && Guards.meet(in.models(), point.models())
                        && Guards.meet(out.models(), point.models())) {
                    String imported = own(in, out).iterator().next();
                    String exported = own(out, in).iterator().next();
                    swaps.put(imported, exported);
                    swaps.put(exported, imported);
                }
            }
        }
        return swaps;
    }

    private static boolean counters(Point in, Point out) {
        return in.name().equals("grid_energy_import")
                && out.name().equals("grid_energy_export")
                && own(in, out).size() == 1
                && own(out, in).size() == 1
                && Guards.meet(in.models(), out.models());
    }

    /** What only one of the two directions is made of; the ratios of a transformer serve both. */
    private static Set<String> own(Point point, Point other) {
        Set<String> own = new HashSet<>(point.value().registers());
        own.removeAll(other.value().registers());
        return own;
    }
}

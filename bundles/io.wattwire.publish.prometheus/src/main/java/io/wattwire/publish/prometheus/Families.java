package io.wattwire.publish.prometheus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Series, grouped by their family as the format wants it. */
final class Families {

    private static final double WHOLE = 1e15;

    private final Map<String, Metric> metrics = new TreeMap<>();
    private final Map<String, List<String>> series = new TreeMap<>();

    void add(Metric metric, Map<String, String> labels, double value) {
        metrics.putIfAbsent(metric.name(), metric);
        StringBuilder line = new StringBuilder(metric.name());
        if (!labels.isEmpty()) {
            List<String> pairs = new ArrayList<>();
            labels.forEach((name, text) -> pairs.add(name + "=\"" + escaped(text) + '"'));
            line.append('{').append(String.join(",", pairs)).append('}');
        }
        line.append(' ').append(number(value));
        series.computeIfAbsent(metric.name(), it -> new ArrayList<>()).add(line.toString());
    }

    /** The whole page. */
    String text() {
        StringBuilder text = new StringBuilder();
        series.forEach(
                (name, lines) -> {
                    Metric metric = metrics.get(name);
                    text.append("# HELP ").append(name).append(' ').append(metric.help());
                    text.append("\n# TYPE ").append(name);
                    text.append(metric.counter() ? " counter\n" : " gauge\n");
                    lines.forEach(line -> text.append(line).append('\n'));
                });
        return text.toString();
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < WHOLE
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints()
                .forEach(
                        c -> {
                            switch (c) {
                                case '\\' -> escaped.append("\\\\");
                                case '"' -> escaped.append("\\\"");
                                case '\n' -> escaped.append("\\n");
                                default ->
                                        escaped.appendCodePoint(
                                                c >= Character.MIN_SURROGATE
                                                                && c <= Character.MAX_SURROGATE
                                                        ? '?'
                                                        : c);
                            }
                        });
        return escaped.toString();
    }
}

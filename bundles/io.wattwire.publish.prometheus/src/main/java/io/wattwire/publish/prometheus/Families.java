package io.wattwire.publish.prometheus;

import io.wattwire.publish.Decimals;
import java.util.Map;
import java.util.TreeMap;

/** Series, grouped by their family as the format wants it. */
final class Families {

    private static final double WHOLE = 1e15;

    private final Map<String, StringBuilder> families = new TreeMap<>();

    void add(Metric metric, Map<String, String> labels, double value) {
        StringBuilder text = families.get(metric.name());
        if (text == null) {
            text = new StringBuilder();
            families.put(metric.name(), text);
            head(metric, text);
        }
        text.append(metric.name());
        char before = '{';
        for (Map.Entry<String, String> label : labels.entrySet()) {
            text.append(before).append(label.getKey()).append("=\"");
            escape(label.getValue(), text);
            text.append('"');
            before = ',';
        }
        text.append(labels.isEmpty() ? " " : "} ");
        number(value, text);
        text.append('\n');
    }

    private static void head(Metric metric, StringBuilder text) {
        text.append("# HELP ").append(metric.name()).append(' ').append(metric.help());
        text.append("\n# TYPE ").append(metric.name());
        text.append(metric.counter() ? " counter\n" : " gauge\n");
    }

    /** The whole page. */
    String text() {
        StringBuilder page = new StringBuilder();
        families.values().forEach(page::append);
        return page.toString();
    }

    private static void number(double value, StringBuilder text) {
        if (value == Math.rint(value) && Math.abs(value) < WHOLE) {
            text.append((long) value);
        } else {
            Decimals.append(text, value);
        }
    }

    private static void escape(String label, StringBuilder text) {
        for (int i = 0; i < label.length(); i++) {
            char c = label.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '"' -> text.append("\\\"");
                case '\n' -> text.append("\\n");
                default -> text.append(lonely(label, i) ? '?' : c);
            }
        }
    }

    /** Half a character has no form in UTF-8. */
    private static boolean lonely(String label, int i) {
        char c = label.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == label.length() || !Character.isLowSurrogate(label.charAt(i + 1));
        }
        return Character.isLowSurrogate(c)
                && (i == 0 || !Character.isHighSurrogate(label.charAt(i - 1)));
    }
}

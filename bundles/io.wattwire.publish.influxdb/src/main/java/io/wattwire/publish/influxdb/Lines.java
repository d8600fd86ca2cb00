package io.wattwire.publish.influxdb;

import io.wattwire.publish.Decimals;
import io.wattwire.publish.Sample;
import io.wattwire.publish.line.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Samples in InfluxDB's line protocol: one line for all samples of one asset at one time, in their
 * order. Times are in ms, numbers floats, whole numbers integers ({@code 7i}). For one thread at a
 * time.
 */
final class Lines {

    /** Names repeat in each batch; more of them than any site has are no names. */
    private static final int MOST_NAMES = 10_000;

    private final String measurement;
    private final Tags tags;
    private final Map<String, String> heads = new HashMap<>();
    private final Map<String, String> keys = new HashMap<>();

    Lines(String measurement, Tags tags) {
        this.measurement = escape(measurement, ", ");
        this.tags = tags;
    }

    private record Moment(String asset, long millis) {}

    /** What becomes one line. */
    private static final class Group {

        private final Moment moment;
        private final Map<String, Object> fields = new LinkedHashMap<>();
        private int samples;

        Group(Moment moment) {
            this.moment = moment;
        }

        boolean takes(Sample sample) {
            return moment.millis == sample.timeMillis() && moment.asset.equals(sample.asset());
        }

        void add(Sample sample) {
            fields.put(sample.channel(), sample.value());
            samples++;
        }
    }

    List<Line> of(List<Sample> samples) {
        Map<Moment, Group> groups = new LinkedHashMap<>();
        Group group = null;
        for (Sample sample : samples) {
            if (group == null || !group.takes(sample)) {
                Moment moment = new Moment(sample.asset(), sample.timeMillis());
                group = groups.computeIfAbsent(moment, Group::new);
            }
            group.add(sample);
        }
        List<Line> lines = new ArrayList<>(groups.size());
        StringBuilder text = new StringBuilder();
        for (Group each : groups.values()) {
            text.setLength(0);
            write(each, text);
            lines.add(new Line(text.toString(), each.samples));
        }
        return lines;
    }

    private void write(Group group, StringBuilder line) {
        line.append(known(heads, group.moment.asset, this::head));
        char before = ' ';
        for (Map.Entry<String, Object> field : group.fields.entrySet()) {
            line.append(before).append(known(keys, field.getKey(), Lines::key));
            value(line, field.getValue());
            before = ',';
        }
        line.append(' ').append(group.moment.millis);
    }

    private static String known(
            Map<String, String> names, String name, Function<String, String> escaping) {
        String escaped = names.get(name);
        if (escaped == null) {
            escaped = escaping.apply(name);
            if (names.size() >= MOST_NAMES) {
                names.clear();
            }
            names.put(name, escaped);
        }
        return escaped;
    }

    private String head(String asset) {
        StringBuilder head = new StringBuilder(measurement);
        tags.of(asset)
                .forEach(
                        (tag, value) ->
                                head.append(',').append(key(tag)).append(escape(value, ",= ")));
        return head.toString();
    }

    private static String key(String name) {
        return escape(name, ",= ") + '=';
    }

    private static void value(StringBuilder line, Object value) {
        if (value instanceof Double number) {
            Decimals.append(line, number);
        } else if (value instanceof Long whole) {
            line.append(whole.longValue()).append('i');
        } else if (value instanceof String text) {
            line.append('"').append(escape(text, "\"")).append('"');
        } else {
            line.append(value); // true or false
        }
    }

    /** A line break would begin another line, and a backslash at the end eat the quote. */
    private static String escape(String text, String special) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                escaped.append(special.indexOf(' ') < 0 ? " " : "\\ ");
                continue;
            }
            if (c == '\\' || special.indexOf(c) >= 0) {
                escaped.append('\\');
            }
            escaped.append(c);
        }
        return escaped.toString();
    }
}

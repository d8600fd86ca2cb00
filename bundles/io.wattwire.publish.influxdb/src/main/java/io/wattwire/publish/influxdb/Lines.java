package io.wattwire.publish.influxdb;

import io.wattwire.publish.Sample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Samples in InfluxDB's line protocol: one line for all samples of one asset at one time, in their
 * order. Times are in ms, numbers floats, whole numbers integers ({@code 7i}).
 */
final class Lines {

    private final String measurement;
    private final Tags tags;

    Lines(String measurement, Tags tags) {
        this.measurement = escape(measurement, ", ");
        this.tags = tags;
    }

    /** A line and how many samples are in it. */
    record Line(String text, int samples) {}

    private record Moment(String asset, long millis) {}

    List<Line> of(List<Sample> samples) {
        Map<Moment, Map<String, Object>> moments = new LinkedHashMap<>();
        Map<Moment, Integer> counts = new LinkedHashMap<>();
        for (Sample sample : samples) {
            Moment moment = new Moment(sample.asset(), sample.timeMillis());
            moments.computeIfAbsent(moment, m -> new LinkedHashMap<>())
                    .put(sample.channel(), sample.value());
            counts.merge(moment, 1, Integer::sum);
        }
        List<Line> lines = new ArrayList<>(moments.size());
        moments.forEach(
                (moment, fields) -> lines.add(new Line(line(moment, fields), counts.get(moment))));
        return lines;
    }

    private String line(Moment moment, Map<String, Object> fields) {
        StringBuilder line = new StringBuilder(measurement);
        tags.of(moment.asset())
                .forEach(
                        (tag, value) ->
                                line.append(',')
                                        .append(escape(tag, ",= "))
                                        .append('=')
                                        .append(escape(value, ",= ")));
        char before = ' ';
        for (Map.Entry<String, Object> field : fields.entrySet()) {
            line.append(before).append(escape(field.getKey(), ",= ")).append('=');
            value(line, field.getValue());
            before = ',';
        }
        return line.append(' ').append(moment.millis()).toString();
    }

    private static void value(StringBuilder line, Object value) {
        if (value instanceof Long whole) {
            line.append(whole.longValue()).append('i');
        } else if (value instanceof String text) {
            line.append('"').append(escape(text, "\"")).append('"');
        } else {
            line.append(value); // a number or true or false
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

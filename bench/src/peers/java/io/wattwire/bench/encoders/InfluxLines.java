package io.wattwire.bench.encoders;

import com.influxdb.client.domain.WritePrecision;
import com.influxdb.client.write.Point;
import io.wattwire.publish.Sample;
import io.wattwire.publish.influxdb.LineEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Line protocol: from samples to a body's text, tags {@code asset} and {@code site}. */
final class InfluxLines {

    private static final int BATCH = 5000;
    private static final int MANY = 20;

    private InfluxLines() {}

    static void run(Contest contest) {
        LineEncoder ours = new LineEncoder("wattwire", "site=home");
        for (int fields : new int[] {MANY, 1}) {
            List<List<Sample>> batches = Points.batches(fields, BATCH);
            contest.row(
                    "InfluxDB, fields in a line: " + fields,
                    () -> batches.stream().mapToInt(batch -> Points.utf8(ours.encode(batch))).sum(),
                    () -> batches.stream().mapToInt(batch -> Points.utf8(theirs(batch))).sum());
        }
    }

    /** Neighbours of one asset and time are one point, which spares it our sorting. */
    private static String theirs(List<Sample> batch) {
        List<Point> points = new ArrayList<>();
        Sample before = null;
        Point point = null;
        for (Sample sample : batch) {
            if (before == null
                    || before.timeMillis() != sample.timeMillis()
                    || !before.asset().equals(sample.asset())) {
                point =
                        Point.measurement("wattwire")
                                .addTag("asset", sample.asset())
                                .addTag("site", "home")
                                .time(sample.timeMillis(), WritePrecision.MS);
                points.add(point);
            }
            field(point, sample);
            before = sample;
        }
        return points.stream().map(Point::toLineProtocol).collect(Collectors.joining("\n"));
    }

    private static void field(Point point, Sample sample) {
        if (sample.value() instanceof Long whole) {
            point.addField(sample.channel(), whole);
        } else if (sample.value() instanceof Double number) {
            point.addField(sample.channel(), number);
        } else {
            point.addField(sample.channel(), String.valueOf(sample.value()));
        }
    }
}

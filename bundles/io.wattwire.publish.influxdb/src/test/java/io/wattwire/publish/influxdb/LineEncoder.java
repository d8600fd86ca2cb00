package io.wattwire.publish.influxdb;

import io.wattwire.publish.Sample;
import io.wattwire.publish.line.Line;
import java.util.List;
import java.util.stream.Collectors;

/** What the publisher makes of samples, for the benchmarks. */
public final class LineEncoder {

    private final Lines lines;

    /**
     * For one database.
     *
     * @param measurement of all lines
     * @param tags as in the publisher's settings
     */
    public LineEncoder(String measurement, String tags) {
        lines =
                new Lines(
                        measurement,
                        Tags.parse(
                                tags,
                                problem -> {
                                    throw new IllegalArgumentException(problem);
                                }));
    }

    /**
     * As they are posted, before they are compressed.
     *
     * @param samples in their order
     * @return the body's text
     */
    public String encode(List<Sample> samples) {
        return lines.of(samples).stream().map(Line::text).collect(Collectors.joining("\n"));
    }
}

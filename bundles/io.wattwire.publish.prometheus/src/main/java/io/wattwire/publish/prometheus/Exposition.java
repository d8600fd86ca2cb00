package io.wattwire.publish.prometheus;

import io.wattwire.device.model.CommonPoints;
import io.wattwire.publish.live.Live;
import io.wattwire.publish.live.LiveValue;
import io.wattwire.publish.live.LiveValue.Quality;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * The page in Prometheus' text format 0.0.4. What is stale or has failed is not on it: its series
 * ends, as Prometheus wants it, rather than to go on with an old value. Thread-safe.
 */
final class Exposition {

    static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    /** Its texts are too many different ones to be labels. */
    private static final String PROSE = "link_last_error";

    private static final int LONGEST_TEXT = 64;

    private static final Metric UP = Metric.own("up", "1 while a device has fresh values, else 0");
    private static final Metric VALUES =
            Metric.own("channels", "channels of an asset by the quality of their values");
    private static final Metric RECORDS = Metric.own("records_total", "wire records that came in");
    private static final Metric DROPPED =
            Metric.own("dropped_values_total", "values that found no place");
    private static final Metric SCRAPES =
            Metric.own("scrapes_total", "times this page was asked for");

    private final Live live;
    private final long staleMillis;
    private final LongSupplier nanoClock;
    private final AtomicLong scrapes = new AtomicLong();

    Exposition(Live live, long staleMillis, LongSupplier nanoClock) {
        this.live = live;
        this.staleMillis = staleMillis;
        this.nanoClock = nanoClock;
    }

    String write() {
        Families families = new Families();
        long now = nanoClock.getAsLong();
        live.all(now).forEach((asset, values) -> asset(asset, values, now, families));
        families.add(RECORDS, Map.of(), live.records());
        families.add(DROPPED, Map.of(), live.dropped());
        families.add(SCRAPES, Map.of(), scrapes.incrementAndGet());
        return families.text();
    }

    private void asset(String asset, Map<String, LiveValue> values, long now, Families families) {
        int[] counts = new int[Quality.values().length];
        boolean[] up = {false};
        values.forEach(
                (channel, value) -> {
                    Quality quality = value.quality(now, staleMillis);
                    counts[quality.ordinal()]++;
                    if (quality == Quality.GOOD) {
                        up[0] |= !ofTheLink(channel);
                        value(asset, channel, value, families);
                    }
                });
        families.add(UP, Map.of("asset", asset), up[0] ? 1 : 0);
        for (Quality quality : Quality.values()) {
            families.add(
                    VALUES,
                    labels("asset", asset, "quality", quality.name().toLowerCase(Locale.ROOT)),
                    counts[quality.ordinal()]);
        }
    }

    /** What the driver says itself, also of a device that is silent. */
    private static boolean ofTheLink(String channel) {
        return channel.startsWith("link_") || channel.endsWith("_age_ms");
    }

    private static void value(String asset, String channel, LiveValue value, Families families) {
        if (value.value() instanceof String text) {
            if (!channel.equals(PROSE) && text.length() <= LONGEST_TEXT) {
                families.add(
                        Metric.TEXT, labels("asset", asset, "channel", channel, "text", text), 1);
            }
            return;
        }
        Unit unit = Unit.of(value.unit());
        double number =
                value.value() instanceof Number it
                        ? it.doubleValue()
                        : Boolean.TRUE.equals(value.value()) ? 1 : 0;
        Map<String, String> labels;
        if (unit == null) {
            labels = labels("asset", asset, "channel", channel, "unit", value.unit());
        } else if (CommonPoints.find(channel).isPresent()) {
            labels = labels("asset", asset);
        } else {
            labels = labels("asset", asset, "channel", channel);
        }
        families.add(Metric.of(channel, unit), labels, unit == null ? number : unit.base(number));
    }

    private static Map<String, String> labels(String... pairs) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            labels.put(pairs[i], pairs[i + 1]);
        }
        return labels;
    }
}

package io.wattwire.bench.encoders;

import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.wattwire.publish.live.Live;
import io.wattwire.publish.prometheus.PageEncoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.kura.type.TypedValue;
import org.eclipse.kura.type.TypedValues;

/** A page of 10^4 values in vendors' words, asked for ten times: from values to UTF-8. */
final class PrometheusPage {

    private static final int ASSETS = 100;
    private static final int CHANNELS = 100;
    private static final int TIMES = Points.COUNT / ASSETS / CHANNELS;

    private PrometheusPage() {}

    static void run(Contest contest) {
        Live live = new Live((asset, channel) -> false);
        PrometheusRegistry registry = new PrometheusRegistry();
        Gauge gauge =
                Gauge.builder()
                        .name("wattwire_value_watts")
                        .help("a register in the vendor's words")
                        .labelNames("asset", "channel")
                        .register(registry);
        for (int asset = 0; asset < ASSETS; asset++) {
            Map<String, TypedValue<?>> record = new HashMap<>();
            record.put("assetName", TypedValues.newStringValue("inverter_" + asset));
            for (int channel = 0; channel < CHANNELS; channel++) {
                double value = channel * 10.5 + asset / 10.0;
                record.put("power_" + channel, TypedValues.newDoubleValue(value));
                record.put("power_" + channel + "_unit", TypedValues.newStringValue("W"));
                gauge.labelValues("inverter_" + asset, "power_" + channel).set(value);
            }
            live.take(record, "bench", System.nanoTime(), System.currentTimeMillis());
        }
        PageEncoder ours = new PageEncoder(live);
        PrometheusTextFormatWriter theirs = PrometheusTextFormatWriter.create();
        contest.row(
                "Prometheus, page of 10^4 values",
                () -> times(() -> Points.utf8(ours.encode())),
                () -> times(() -> page(theirs, registry)));
    }

    private interface Page {
        int length();
    }

    private static int times(Page page) {
        int length = 0;
        for (int i = 0; i < TIMES; i++) {
            length += page.length();
        }
        return length;
    }

    private static int page(PrometheusTextFormatWriter writer, PrometheusRegistry registry) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writer.write(out, registry.scrape());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.size();
    }
}

package io.wattwire.limit;

import io.wattwire.device.wire.Measurement;
import io.wattwire.device.wire.Source;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.eclipse.kura.type.TypedValue;
import org.eclipse.kura.wire.WireEnvelope;
import org.eclipse.kura.wire.WireRecord;

/**
 * Takes the wanted values out of the envelopes that arrive on the wires. Thread-safe; never waits
 * for anything.
 */
final class ReadingStore {

    private final Map<Input, Source> sources = new EnumMap<>(Input.class);
    private final Map<Input, Measurement> newest = new EnumMap<>(Input.class);
    private Readings readings = Readings.NONE;
    private long samples;

    /** Forgets what came from other sources than these. */
    synchronized void listenTo(Map<Input, Source> wanted) {
        for (Input input : Input.values()) {
            Source source = wanted.get(input);
            if (Objects.equals(source, sources.get(input))) {
                continue;
            }
            sources.remove(input);
            if (source != null) {
                sources.put(input, source);
            }
            newest.remove(input);
            readings = readings.with(input, Sample.NONE);
        }
    }

    synchronized Readings readings() {
        return readings;
    }

    /** {@return whether there was a new sample in it} */
    synchronized boolean accept(WireEnvelope envelope, long nowNanos, long wallMillis) {
        long before = samples;
        for (WireRecord entry : envelope.getRecords()) {
            Map<String, TypedValue<?>> values = entry.getProperties();
            Object asset = Measurement.value(values, Measurement.ASSET_NAME);
            for (Map.Entry<Input, Source> wanted : sources.entrySet()) {
                if (wanted.getValue().asset().equals(asset)) {
                    Measurement.of(values, wanted.getValue().channel(), nowNanos, wallMillis)
                            .ifPresent(measured -> take(wanted.getKey(), measured));
                }
            }
        }
        return samples != before;
    }

    private void take(Input input, Measurement measured) {
        Measurement last = newest.get(input);
        if (last != null && (measured.repeats(last) || measured.isOlderThan(last))) {
            return;
        }
        newest.put(input, measured);
        samples++;
        readings =
                readings.with(input, new Sample(measured.value(), measured.takenNanos(), samples));
    }
}

package io.wattwire.site;

import io.wattwire.device.wire.Measurement;
import io.wattwire.device.wire.Source;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.kura.type.TypedValue;
import org.eclipse.kura.wire.WireEnvelope;
import org.eclipse.kura.wire.WireRecord;

/**
 * Takes the wanted values out of the envelopes that arrive on the wires. Thread-safe; never waits
 * for anything.
 */
final class ReadingStore {

    private final Map<Source, Track> tracks = new HashMap<>();

    /** Forgets what came from other sources than these. */
    synchronized void listenTo(Set<Source> wanted) {
        tracks.keySet().retainAll(wanted);
        wanted.forEach(source -> tracks.putIfAbsent(source, new Track()));
    }

    synchronized Readings readings() {
        Map<Source, Reading> readings = new HashMap<>();
        tracks.forEach((source, track) -> readings.put(source, track.reading()));
        return new Readings(Map.copyOf(readings));
    }

    /** {@return whether there was anything new in it} */
    synchronized boolean accept(WireEnvelope envelope, long nowNanos, long wallMillis) {
        boolean news = false;
        for (WireRecord entry : envelope.getRecords()) {
            Map<String, TypedValue<?>> values = entry.getProperties();
            Object asset = Measurement.value(values, Measurement.ASSET_NAME);
            for (Map.Entry<Source, Track> each : tracks.entrySet()) {
                Source source = each.getKey();
                if (source.asset().equals(asset)) {
                    news |= take(source, each.getValue(), values, nowNanos, wallMillis);
                }
            }
        }
        return news;
    }

    private static boolean take(
            Source source,
            Track track,
            Map<String, TypedValue<?>> values,
            long nowNanos,
            long wallMillis) {
        Optional<Measurement> measured =
                Measurement.of(values, source.channel(), nowNanos, wallMillis);
        if (measured.isPresent()) {
            return track.take(measured.get(), wallMillis);
        }
        Object error = Measurement.value(values, source.channel() + Measurement.ERROR_SUFFIX);
        return error != null && !error.toString().isEmpty() && track.fail(error.toString());
    }
}

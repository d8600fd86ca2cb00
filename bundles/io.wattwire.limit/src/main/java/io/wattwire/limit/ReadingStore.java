package io.wattwire.limit;

import io.wattwire.device.wire.Measurement;
import io.wattwire.device.wire.Source;
import io.wattwire.limit.law.Readings;
import io.wattwire.limit.law.Sample;
import io.wattwire.limit.law.Slot;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.kura.type.TypedValue;
import org.eclipse.kura.wire.WireEnvelope;
import org.eclipse.kura.wire.WireRecord;

/**
 * Takes the wanted values out of the envelopes that arrive on the wires. Thread-safe; never waits
 * for anything.
 */
final class ReadingStore {

    private final Map<Slot, Source> sources = new HashMap<>();
    private final Map<Slot, Measurement> newest = new HashMap<>();
    private Readings readings = Readings.NONE;
    private long samples;

    /** Forgets what came from other sources than these. */
    synchronized void listenTo(Map<Slot, Source> wanted) {
        Set<Slot> slots = new HashSet<>(sources.keySet());
        slots.addAll(wanted.keySet());
        for (Slot slot : slots) {
            Source source = wanted.get(slot);
            if (Objects.equals(source, sources.get(slot))) {
                continue;
            }
            sources.remove(slot);
            if (source != null) {
                sources.put(slot, source);
            }
            newest.remove(slot);
            readings = readings.with(slot, Sample.NONE);
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
            for (Map.Entry<Slot, Source> wanted : sources.entrySet()) {
                if (wanted.getValue().asset().equals(asset)) {
                    Measurement.of(values, wanted.getValue().channel(), nowNanos, wallMillis)
                            .ifPresent(measured -> take(wanted.getKey(), measured));
                }
            }
        }
        return samples != before;
    }

    private void take(Slot slot, Measurement measured) {
        Measurement last = newest.get(slot);
        if (last != null && (measured.repeats(last) || measured.isOlderThan(last))) {
            return;
        }
        newest.put(slot, measured);
        samples++;
        readings =
                readings.with(slot, new Sample(measured.value(), measured.takenNanos(), samples));
    }
}

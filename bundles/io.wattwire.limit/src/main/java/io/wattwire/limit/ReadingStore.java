package io.wattwire.limit;

import io.wattwire.device.wire.Measurement;
import io.wattwire.device.wire.Source;
import io.wattwire.limit.law.Sample;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.kura.type.TypedValue;
import org.eclipse.kura.wire.WireEnvelope;
import org.eclipse.kura.wire.WireRecord;

/**
 * Takes the wanted values out of the envelopes that arrive on the wires. Thread-safe; never waits
 * for anything.
 *
 * @param <K> names of the values
 */
final class ReadingStore<K> {

    private final Map<K, Source> sources = new HashMap<>();
    private final Map<K, Measurement> newest = new HashMap<>();
    private final Predicate<K> flags;
    private Map<K, Sample> samples = Map.of();
    private long count;

    /** For numbers only: anything else is absurd. */
    ReadingStore() {
        this(key -> false);
    }

    /**
     * @param flags which values are true or false: they become 1 or 0
     */
    ReadingStore(Predicate<K> flags) {
        this.flags = flags;
    }

    /** Forgets what came from other sources than these. */
    synchronized void listenTo(Map<K, Source> wanted) {
        Map<K, Sample> kept = new HashMap<>(samples);
        for (K key : Set.copyOf(sources.keySet())) {
            if (!Objects.equals(wanted.get(key), sources.get(key))) {
                sources.remove(key);
                newest.remove(key);
                kept.remove(key);
            }
        }
        sources.putAll(wanted);
        samples = Map.copyOf(kept);
    }

    /** {@return the newest sample of each value; immutable} */
    synchronized Map<K, Sample> samples() {
        return samples;
    }

    /** {@return whether there was a new sample in it} */
    synchronized boolean accept(WireEnvelope envelope, long nowNanos, long wallMillis) {
        long before = count;
        Map<K, Sample> taken = new HashMap<>();
        for (WireRecord entry : envelope.getRecords()) {
            Map<String, TypedValue<?>> values = entry.getProperties();
            Object asset = Measurement.value(values, Measurement.ASSET_NAME);
            for (Map.Entry<K, Source> wanted : sources.entrySet()) {
                if (wanted.getValue().asset().equals(asset)) {
                    String channel = wanted.getValue().channel();
                    Measurement.of(values, channel, nowNanos, wallMillis)
                            .map(m -> flagged(wanted.getKey(), values, channel, m))
                            .ifPresent(measured -> take(wanted.getKey(), measured, taken));
                }
            }
        }
        if (!taken.isEmpty()) {
            Map<K, Sample> next = new HashMap<>(samples);
            next.putAll(taken);
            samples = Map.copyOf(next);
        }
        return count != before;
    }

    private Measurement flagged(
            K key, Map<String, TypedValue<?>> values, String channel, Measurement measured) {
        Object value = Measurement.value(values, channel);
        return value instanceof Boolean flag && flags.test(key)
                ? new Measurement(
                        flag ? 1 : 0,
                        measured.fromTheFuture(),
                        measured.stampMillis(),
                        measured.takenNanos())
                : measured;
    }

    private void take(K key, Measurement measured, Map<K, Sample> taken) {
        Measurement last = newest.get(key);
        if (last != null && (measured.repeats(last) || measured.isOlderThan(last))) {
            return;
        }
        newest.put(key, measured);
        count++;
        taken.put(key, new Sample(measured.value(), measured.takenNanos(), count));
    }
}

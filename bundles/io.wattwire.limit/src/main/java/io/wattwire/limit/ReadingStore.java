package io.wattwire.limit;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.eclipse.kura.type.TypedValue;
import org.eclipse.kura.wire.WireEnvelope;
import org.eclipse.kura.wire.WireRecord;

/**
 * Takes the wanted values out of the envelopes that arrive on the wires. Thread-safe; never waits
 * for anything.
 *
 * <p>Time stamps in records are wall-clock time, which may jump. Only the age at arrival is taken
 * from them; from then on a sample ages on the monotonic clock.
 */
final class ReadingStore {

    private static final String ASSET_NAME = "assetName";
    private static final String ASSET_TIMESTAMP = "assetTimestamp";
    private static final String TIMESTAMP_SUFFIX = "_timestamp";

    /** Clocks of two machines may differ so much; a sample from further ahead is not believed. */
    private static final long CLOCK_TOLERANCE_MS = 2_000;

    private static final long OLDEST_MS = 86_400_000;
    private static final long NO_STAMP = Long.MIN_VALUE;

    private final Map<Input, Source> sources = new EnumMap<>(Input.class);
    private final Map<Input, Long> stamps = new EnumMap<>(Input.class);
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
            stamps.remove(input);
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
            Object asset = value(values, ASSET_NAME);
            for (Map.Entry<Input, Source> wanted : sources.entrySet()) {
                if (wanted.getValue().asset().equals(asset)) {
                    take(wanted.getKey(), wanted.getValue(), values, nowNanos, wallMillis);
                }
            }
        }
        return samples != before;
    }

    private void take(
            Input input,
            Source source,
            Map<String, TypedValue<?>> values,
            long nowNanos,
            long wallMillis) {
        Object value = value(values, source.channel());
        if (value == null) {
            return;
        }
        double number = value instanceof Number ? ((Number) value).doubleValue() : Double.NaN;
        long stamp = stamp(source, values);
        long age = stamp == NO_STAMP ? 0 : age(stamp, wallMillis);
        boolean fromTheFuture = stamp != NO_STAMP && stamp - wallMillis > CLOCK_TOLERANCE_MS;
        Sample last = readings.of(input);
        boolean again = stamp != NO_STAMP && Objects.equals(stamps.get(input), stamp);
        if (again && Double.compare(last.value(), number) == 0) {
            // a cached value that is sent again has not been measured again
            return;
        }
        long taken = nowNanos - age * 1_000_000;
        if (last.present() && taken - last.takenNanos() < 0) {
            return;
        }
        stamps.put(input, stamp);
        samples++;
        readings =
                readings.with(
                        input, new Sample(fromTheFuture ? Double.NaN : number, taken, samples));
    }

    private static long age(long stamp, long wallMillis) {
        // bounded before subtracting, so that a hostile stamp cannot overflow
        long bounded = Math.max(stamp, wallMillis - OLDEST_MS);
        return Math.max(0, wallMillis - Math.min(bounded, wallMillis));
    }

    private static long stamp(Source source, Map<String, TypedValue<?>> values) {
        Object own = value(values, source.channel() + TIMESTAMP_SUFFIX);
        Object stamp = own != null ? own : value(values, ASSET_TIMESTAMP);
        return stamp instanceof Number ? Math.max(0, ((Number) stamp).longValue()) : NO_STAMP;
    }

    private static Object value(Map<String, TypedValue<?>> values, String name) {
        TypedValue<?> value = values.get(name);
        return value == null ? null : value.getValue();
    }
}

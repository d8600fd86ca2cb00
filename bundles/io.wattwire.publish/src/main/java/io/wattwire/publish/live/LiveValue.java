package io.wattwire.publish.live;

import java.util.Objects;

/**
 * The newest of a channel.
 *
 * @param value a finite {@link Double}, a {@link Long}, a {@link Boolean} or a {@link String}; null
 *     where the last attempt gave none
 * @param unit engineering unit, empty where none is known
 * @param timeMillis when it was measured, in ms since 1970
 * @param takenNanos the same on the monotonic clock
 * @param freshNanos from when on it gets stale, on the monotonic clock: when it was measured, or
 *     for what a device is asked only once per connection when its asset delivered it last
 * @param error why there is no value; empty when there is one
 */
public record LiveValue(
        Object value,
        String unit,
        long timeMillis,
        long takenNanos,
        long freshNanos,
        String error) {

    private static final long NANOS_PER_MS = 1_000_000;

    /** Checks that nothing else is null. {@inheritDoc} */
    public LiveValue {
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(error, "error");
    }

    /** What a value is worth. */
    public enum Quality {
        /** It was measured a short while ago. */
        GOOD,
        /** It was measured, but too long ago. */
        STALE,
        /** There is none. */
        BAD
    }

    /**
     * Its age.
     *
     * @param nowNanos now, on the monotonic clock
     * @return ms since it was measured, 0 or more
     */
    public long ageMillis(long nowNanos) {
        return Math.max(0, (nowNanos - takenNanos) / NANOS_PER_MS);
    }

    /**
     * What it is worth.
     *
     * @param nowNanos now, on the monotonic clock
     * @param staleMillis so long after it was fresh it is stale
     * @return bad without a value, else by the time since it was fresh
     */
    public Quality quality(long nowNanos, long staleMillis) {
        if (value == null) {
            return Quality.BAD;
        }
        return (nowNanos - freshNanos) / NANOS_PER_MS >= staleMillis ? Quality.STALE : Quality.GOOD;
    }

    /** The same, delivered again. */
    LiveValue freshAt(long nanos) {
        return new LiveValue(value, unit, timeMillis, takenNanos, nanos, error);
    }
}

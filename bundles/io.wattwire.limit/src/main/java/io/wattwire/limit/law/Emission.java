package io.wattwire.limit.law;

/**
 * What was commanded, and when.
 *
 * @param count commands so far, repetitions included
 * @param changedNanos when the limit changed last
 * @param atNanos when it was commanded last
 */
public record Emission(long count, long changedNanos, long atNanos) {

    /** Nothing was commanded yet. */
    public static final Emission NONE = new Emission(0, 0, 0);

    boolean happened() {
        return count > 0;
    }

    Emission next(boolean changed, long nowNanos) {
        return new Emission(count + 1, changed ? nowNanos : changedNanos, nowNanos);
    }

    /** Nothing commanded yet counts as long ago. */
    boolean isOlderThan(long nanos, long nowNanos) {
        return !happened() || nowNanos - atNanos >= nanos;
    }
}

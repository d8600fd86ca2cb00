package io.wattwire.limit;

/**
 * One value as it was measured.
 *
 * @param value in the unit of its {@link Input}; may be NaN or absurd, the reader judges
 * @param takenNanos when it was measured, on the monotonic clock
 * @param number counts the samples of one input from 1; 0 means there is none
 */
record Sample(double value, long takenNanos, long number) {

    static final Sample NONE = new Sample(Double.NaN, 0, 0);

    boolean present() {
        return number != 0;
    }

    /** Never negative: a sample from the future is as old as now. */
    long ageNanos(long nowNanos) {
        return Math.max(0, nowNanos - takenNanos);
    }

    boolean isOlderThan(Sample other) {
        return takenNanos - other.takenNanos < 0;
    }
}

package io.wattwire.limit.law;

/**
 * One value as it was measured.
 *
 * @param value in the unit of its {@link Input}; may be NaN or absurd, the reader judges
 * @param takenNanos when it was measured, on the monotonic clock
 * @param number counts the samples of one input from 1; 0 means there is none
 */
public record Sample(double value, long takenNanos, long number) {

    /** There is none. */
    public static final Sample NONE = new Sample(Double.NaN, 0, 0);

    /**
     * Whether there is one.
     *
     * @return false for {@link #NONE}
     */
    public boolean present() {
        return number != 0;
    }

    /**
     * How old it is. Never negative: a sample from the future is as old as now.
     *
     * @param nowNanos on the monotonic clock
     * @return ns
     */
    public long ageNanos(long nowNanos) {
        return Math.max(0, nowNanos - takenNanos);
    }

    boolean isOlderThan(Sample other) {
        return takenNanos - other.takenNanos < 0;
    }
}

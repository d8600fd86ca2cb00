package io.wattwire.limit.law;

/**
 * Counts the times in which more was exported than allowed.
 *
 * @param running one is going on
 * @param sinceNanos when it began
 * @param count all so far
 * @param longCount those of 15 s or more, the length that EREC G100 counts
 * @param longestNanos the longest so far
 */
public record Excursions(
        boolean running, long sinceNanos, long count, long longCount, long longestNanos) {

    /** None so far. */
    public static final Excursions NONE = new Excursions(false, 0, 0, 0, 0);

    /** Beyond the bound by less than this is within what meters can tell. */
    static final double TOLERANCE_W = 50;

    private static final long LONG_NANOS = 15_000_000_000L;

    Excursions see(boolean beyond, long nowNanos) {
        if (!running) {
            return beyond
                    ? new Excursions(true, nowNanos, count + 1, longCount, longestNanos)
                    : this;
        }
        // one long excursion is counted when it ends, and shown as running until then
        long lasted = runningNanos(nowNanos);
        boolean isLong = !beyond && lasted >= LONG_NANOS;
        long longest = Math.max(longestNanos, lasted);
        return new Excursions(
                beyond, sinceNanos, count, isLong ? longCount + 1 : longCount, longest);
    }

    /**
     * How long the present one has been going on.
     *
     * @param nowNanos on the monotonic clock
     * @return ns; 0 when there is none
     */
    public long runningNanos(long nowNanos) {
        return running ? Math.max(0, nowNanos - sinceNanos) : 0;
    }
}

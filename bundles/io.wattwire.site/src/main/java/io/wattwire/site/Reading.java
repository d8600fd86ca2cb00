package io.wattwire.site;

/**
 * What came from one source.
 *
 * @param value the newest good one
 * @param takenNanos when it was measured, on the monotonic clock
 * @param takenMillis the same on the wall clock, as its source says
 * @param periodNanos how far apart its measurements are; 0 when not known yet
 * @param count of good measurements so far
 * @param error why the newest is not good; empty when it is
 */
record Reading(
        double value,
        long takenNanos,
        long takenMillis,
        long periodNanos,
        long count,
        String error) {

    static final Reading NONE = new Reading(Double.NaN, 0, 0, 0, 0, "");

    private static final long SECOND = 1_000_000_000L;
    private static final long LEAST = 3 * SECOND;
    private static final long LEAST_SLOW = 30 * SECOND;
    private static final long MOST = 300 * SECOND;
    private static final long MOST_SLOW = 3_600 * SECOND;
    private static final int PERIODS = 3;

    /** {@return why it must not be used now; empty when it may} */
    String missing(SiteSettings settings, boolean slow, long nowNanos) {
        if (!error.isEmpty()) {
            return error;
        }
        if (count == 0) {
            return "no value yet";
        }
        return nowNanos - takenNanos > staleNanos(settings, slow) ? "too old" : "";
    }

    private long staleNanos(SiteSettings settings, boolean slow) {
        long chosen = slow ? settings.slowStaleNanos() : settings.staleNanos();
        if (chosen > 0) {
            return chosen;
        }
        long least = slow ? LEAST_SLOW : LEAST;
        return Math.max(least, Math.min(slow ? MOST_SLOW : MOST, PERIODS * periodNanos));
    }
}

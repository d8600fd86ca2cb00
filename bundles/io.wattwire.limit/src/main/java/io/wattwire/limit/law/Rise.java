package io.wattwire.limit.law;

/**
 * Room for a higher limit that has lasted without a break.
 *
 * @param sinceNanos when the room appeared
 * @param grantedNanos until when it has been used up
 * @param lowestW lowest limit that the law wanted meanwhile
 */
public record Rise(long sinceNanos, long grantedNanos, double lowestW) {

    /** No room. */
    public static final Rise NONE = new Rise(0, 0, Double.NaN);

    /** After a longer gap between readings the limit does not catch up more than this. */
    private static final double MOST_SECONDS = 2;

    boolean started() {
        return !Double.isNaN(lowestW);
    }

    Rise see(double wantedW, long nowNanos) {
        return started()
                ? new Rise(sinceNanos, grantedNanos, Math.min(lowestW, wantedW))
                : new Rise(nowNanos, nowNanos, wantedW);
    }

    Rise granted(double wantedW, long nowNanos) {
        return new Rise(sinceNanos, nowNanos, wantedW);
    }

    /** The same room, of which nothing is due yet. */
    Rise restarted(long nowNanos) {
        return new Rise(sinceNanos, nowNanos, lowestW);
    }

    /**
     * {@return the watts that the limit may rise by now}
     *
     * @param wattsPerSecond the pace
     * @param stepW a step that takes longer may be saved up for
     */
    double dueW(double wattsPerSecond, double stepW, long nowNanos) {
        double seconds = Math.max(0, (nowNanos - grantedNanos) / 1e9);
        return Math.min(seconds * wattsPerSecond, Math.max(MOST_SECONDS * wattsPerSecond, stepW));
    }
}

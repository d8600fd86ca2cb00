package io.wattwire.device.link;

/**
 * Counts exchanges in which not a byte came, to find a TCP connection whose other end is gone
 * without a word. Used by the thread that has the turn.
 */
final class Silence {

    /** Exchanges without a byte in a row after which a TCP connection is made anew. */
    private static final int EXCHANGES = 2;

    /** But not sooner: the answer of a device that has become slow could only come on this one. */
    private static final long LEAST_NANOS = 1_500_000_000L;

    private int exchanges;
    private long sinceNanos;

    /** Something came. */
    void ends() {
        exchanges = 0;
    }

    /**
     * One more exchange ended in silence.
     *
     * @param begin when it began
     * @return whether it has lasted so long that the connection is to be made anew; then the count
     *     starts afresh
     */
    boolean lasts(long begin, long nowNanos) {
        sinceNanos = exchanges == 0 ? begin : sinceNanos;
        exchanges++;
        boolean lasts = exchanges >= EXCHANGES && nowNanos - sinceNanos >= LEAST_NANOS;
        exchanges = lasts ? 0 : exchanges;
        return lasts;
    }
}

package io.wattwire.limit.supervisor;

/**
 * Counters for evidence; they only grow.
 *
 * @param excursions times beyond a limit, however short
 * @param events excursions that lasted 15 s
 * @param lockOuts times that the scheme locked itself out
 * @param longestNanos the longest excursion so far, ns
 */
public record Counts(long excursions, long events, long lockOuts, long longestNanos) {

    /** Nothing happened yet. */
    public static final Counts NONE = new Counts(0, 0, 0, 0);

    Counts begun() {
        return new Counts(excursions + 1, events, lockOuts, longestNanos);
    }

    Counts event() {
        return new Counts(excursions, events + 1, lockOuts, longestNanos);
    }

    Counts lockOut() {
        return new Counts(excursions, events, lockOuts + 1, longestNanos);
    }

    Counts lasted(long nanos) {
        return new Counts(excursions, events, lockOuts, Math.max(longestNanos, nanos));
    }
}

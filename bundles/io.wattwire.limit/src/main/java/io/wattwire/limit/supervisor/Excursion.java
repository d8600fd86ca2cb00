package io.wattwire.limit.supervisor;

/**
 * The time beyond one limit without a break. An excursion in progress does not survive a restart.
 *
 * @param running whether the last measurement was beyond the limit
 * @param sinceNanos when the first one was measured, on the monotonic clock
 * @param counted whether it has lasted 15 s and was counted as an event
 */
public record Excursion(boolean running, long sinceNanos, boolean counted) {

    /** Within the limit. */
    public static final Excursion NONE = new Excursion(false, 0, false);

    /**
     * How long it has lasted.
     *
     * @param untilNanos of the moment that it is measured against
     * @return ns, never negative; 0 when none is running
     */
    public long lastedNanos(long untilNanos) {
        return running ? Math.max(0, untilNanos - sinceNanos) : 0;
    }

    Excursion asCounted() {
        return new Excursion(running, sinceNanos, true);
    }
}

package io.wattwire.device.link;

import java.time.Duration;

/**
 * A point in monotonic time by which something must have ended; changes of the wall clock do not
 * move it. Immutable.
 */
public final class Deadline {

    private final long start;
    private final long budget;

    private Deadline(long start, long budget) {
        this.start = start;
        this.budget = budget;
    }

    /**
     * Starts a time limit now.
     *
     * @param duration how long it lasts; zero or negative has already passed
     * @return the deadline
     */
    public static Deadline in(Duration duration) {
        return new Deadline(System.nanoTime(), duration.toNanos());
    }

    /**
     * Tells what is left.
     *
     * @return nanoseconds until the deadline, 0 when it has passed
     */
    public long remainingNanos() {
        return Math.max(0, budget - (System.nanoTime() - start));
    }

    /**
     * Tells whether time is up.
     *
     * @return true when nothing is left
     */
    public boolean passed() {
        return remainingNanos() == 0;
    }

    /**
     * Tells how much time there was at the start.
     *
     * @return the whole budget
     */
    public Duration budget() {
        return Duration.ofNanos(budget);
    }

    @Override
    public String toString() {
        return remainingNanos() / 1_000_000 + " of " + budget / 1_000_000 + " ms left";
    }
}

package io.wattwire.publish.queue;

import java.time.Duration;

/** Waits between attempts: doubled each time, up to a longest one. For one thread. */
public final class Backoff {
    private final Duration first;
    private final Duration longest;
    private Duration next;

    /**
     * Starts with the shortest wait.
     *
     * @param first the wait after the first failure
     * @param longest the wait is never longer
     */
    public Backoff(Duration first, Duration longest) {
        this.first = first.compareTo(longest) < 0 ? first : longest;
        this.longest = longest;
        this.next = this.first;
    }

    /**
     * An attempt failed.
     *
     * @return how long to wait before the next one
     */
    public Duration next() {
        Duration current = next;
        Duration doubled = current.multipliedBy(2);
        next = doubled.compareTo(longest) < 0 ? doubled : longest;
        return current;
    }

    /** An attempt succeeded. */
    public void reset() {
        next = first;
    }
}

package io.wattwire.standalone.cloud;

import java.time.Duration;

/** Waits between attempts: doubled each time, up to a longest one. For one thread. */
final class Backoff {
    private final Duration first;
    private final Duration longest;
    private Duration next;

    Backoff(Duration first, Duration longest) {
        this.first = first.compareTo(longest) < 0 ? first : longest;
        this.longest = longest;
        this.next = this.first;
    }

    /** How long to wait before the next attempt. */
    Duration next() {
        Duration current = next;
        Duration doubled = current.multipliedBy(2);
        next = doubled.compareTo(longest) < 0 ? doubled : longest;
        return current;
    }

    /** An attempt succeeded. */
    void reset() {
        next = first;
    }
}

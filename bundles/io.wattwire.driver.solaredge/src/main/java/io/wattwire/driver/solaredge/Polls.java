package io.wattwire.driver.solaredge;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/** Who asked a meter, and how often. Thread-safe. */
final class Polls {

    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    /** More requests a minute than this are counted as this. */
    private static final int MOST = 12_000;

    private final LongSupplier clock;
    private final Deque<Long> lastMinute = new ArrayDeque<>();
    private String last = "";
    private boolean any;
    private long at;

    Polls(LongSupplier clock) {
        this.clock = clock;
    }

    synchronized void heard(String client) {
        at = clock.getAsLong();
        any = true;
        last = client;
        if (lastMinute.size() >= MOST) {
            lastMinute.removeFirst();
        }
        lastMinute.addLast(at);
        forget();
    }

    private void forget() {
        long from = clock.getAsLong() - MINUTE;
        while (!lastMinute.isEmpty() && lastMinute.peekFirst() < from) {
            lastMinute.removeFirst();
        }
    }

    /** Requests of the last minute. */
    synchronized int perMinute() {
        forget();
        return lastMinute.size();
    }

    /** Who asked last; empty before the first request. */
    synchronized String last() {
        return last;
    }

    /** How long ago that was. */
    synchronized OptionalLong ageMillis() {
        return any
                ? OptionalLong.of(Duration.ofNanos(clock.getAsLong() - at).toMillis())
                : OptionalLong.empty();
    }
}

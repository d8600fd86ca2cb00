package io.wattwire.device.link;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures by how much this machine itself is late: a thread that wants to wake each millisecond
 * and often cannot. Bounds on time are only fair with that taken out.
 */
final class Starvation implements AutoCloseable {

    private static final long PERIOD_NANOS = 1_000_000;

    private final Thread thread = new Thread(this::measure, "starvation");
    private volatile boolean ended;
    private long lostNanos;
    private long lastNanos = System.nanoTime();

    Starvation() {
        thread.setDaemon(true);
        thread.start();
    }

    /** How much time was lost so far: all delays together, as a call may meet several. */
    synchronized Duration lost() {
        return Duration.ofNanos(lostNanos + lateNanos(System.nanoTime()));
    }

    @Override
    public void close() {
        ended = true;
    }

    private void measure() {
        while (!ended) {
            LockSupport.parkNanos(PERIOD_NANOS);
            note(System.nanoTime());
        }
    }

    private synchronized void note(long now) {
        lostNanos += lateNanos(now);
        lastNanos = now;
    }

    /** What each timer is late by is no loss. */
    private long lateNanos(long now) {
        long late = now - lastNanos - PERIOD_NANOS;
        return late > PERIOD_NANOS ? late : 0;
    }
}

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
    private volatile long worstNanos;

    Starvation() {
        thread.setDaemon(true);
        thread.start();
    }

    /** The longest delay so far. */
    Duration worst() {
        return Duration.ofNanos(worstNanos);
    }

    @Override
    public void close() {
        ended = true;
    }

    private void measure() {
        while (!ended) {
            long begin = System.nanoTime();
            LockSupport.parkNanos(PERIOD_NANOS);
            worstNanos = Math.max(worstNanos, System.nanoTime() - begin - PERIOD_NANOS);
        }
    }
}

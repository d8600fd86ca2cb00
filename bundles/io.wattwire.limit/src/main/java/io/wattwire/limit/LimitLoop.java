package io.wattwire.limit;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread of a limit: takes a step whenever it is woken, and at least every 250 ms, because
 * a dead meter reaches a wire graph as silence.
 */
final class LimitLoop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LimitLoop.class);
    private static final Duration CLOCK = Duration.ofMillis(250);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(2);
    private static final long SAME_ERROR_NANOS = 60_000_000_000L;

    private final String pid;
    private final Runnable step;
    private final Gate gate;
    private final Semaphore wakes = new Semaphore(0);
    private final Thread thread;
    private volatile boolean stopped;
    private String lastError = "";
    private long lastErrorNanos;

    LimitLoop(String pid, Runnable step, Gate gate) {
        this.pid = pid;
        this.step = step;
        this.gate = gate;
        this.thread = new Thread(this::run, "wattwire-limit-" + pid);
        this.thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Returns at once; any thread. */
    void wake() {
        wakes.release();
    }

    /** Afterwards no write starts; one that hangs in a device is not waited for longer than 2 s. */
    @Override
    public void close() {
        stopped = true;
        wake();
        try {
            if (!gate.shut(LONGEST_STOP)) {
                LOG.warn("{}: stopped while a write still hangs in the device", pid);
                return;
            }
            thread.join(LONGEST_STOP.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!stopped) {
            pause();
            if (!stopped) {
                stepSafely();
            }
        }
    }

    private void pause() {
        try {
            wakes.tryAcquire(CLOCK.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            // nobody has a reason to interrupt this thread: the limit goes on until it is closed
            LOG.debug("{}: interrupted", pid);
        }
        wakes.drainPermits();
    }

    // whatever a receiver throws, even an Error of a bundle being swapped, must not end the limit
    private void stepSafely() {
        try {
            step.run();
        } catch (Throwable t) {
            long now = System.nanoTime();
            String error = String.valueOf(t);
            if (!error.equals(lastError) || now - lastErrorNanos > SAME_ERROR_NANOS) {
                LOG.error("{}: a step of the limit failed", pid, t);
                lastError = error;
                lastErrorNanos = now;
            }
        }
    }
}

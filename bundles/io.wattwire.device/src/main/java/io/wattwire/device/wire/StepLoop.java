package io.wattwire.device.wire;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread of a component: takes a step whenever it is woken, and at least every 250 ms,
 * because a dead meter reaches a wire graph as silence.
 */
public final class StepLoop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StepLoop.class);
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

    /**
     * A loop that does not run yet.
     *
     * @param kind of component, for the name of the thread
     * @param pid of the component, for the name of the thread and the log
     * @param step taken by the thread; whatever it throws is logged, and the next one is taken
     * @param gate that the step emits through; closing the loop shuts it
     */
    public StepLoop(String kind, String pid, Runnable step, Gate gate) {
        this.pid = pid;
        this.step = step;
        this.gate = gate;
        this.thread = new Thread(this::run, "wattwire-" + kind + "-" + pid);
        this.thread.setDaemon(true);
    }

    /** Begins, with a first step within 250 ms. */
    public void start() {
        thread.start();
    }

    /** Asks for a step soon. Returns at once; any thread. */
    public void wake() {
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
            // nobody has a reason to interrupt this thread: it goes on until it is closed
            LOG.debug("{}: interrupted", pid);
        }
        wakes.drainPermits();
    }

    // whatever a receiver throws, even an Error of a bundle being swapped, must not end the loop
    private void stepSafely() {
        try {
            step.run();
        } catch (Throwable t) {
            long now = System.nanoTime();
            String error = String.valueOf(t);
            if (!error.equals(lastError) || now - lastErrorNanos > SAME_ERROR_NANOS) {
                LOG.error("{}: a step failed", pid, t);
                lastError = error;
                lastErrorNanos = now;
            }
        }
    }
}

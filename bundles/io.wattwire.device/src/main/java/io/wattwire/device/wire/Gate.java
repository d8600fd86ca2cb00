package io.wattwire.device.wire;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets one thread emit until it is shut. Emitting may block for as long as a device hangs, so
 * shutting waits only so long; but nothing starts to pass once it was asked for.
 */
public final class Gate {

    private final Semaphore permit = new Semaphore(1);
    private volatile boolean shut;

    /** An open gate. */
    public Gate() {
        // open
    }

    /**
     * Emits, unless the gate is shut or somebody else is emitting.
     *
     * @param emission may block
     * @return whether the emission was let through
     */
    public boolean pass(Runnable emission) {
        if (!permit.tryAcquire()) {
            return false;
        }
        try {
            if (shut) {
                return false;
            }
            emission.run();
            return true;
        } finally {
            permit.release();
        }
    }

    /**
     * Lets nothing start any more.
     *
     * @param longest how long to wait for what is under way
     * @return whether no emission is under way any more
     * @throws InterruptedException if the waiting thread is interrupted
     */
    public boolean shut(Duration longest) throws InterruptedException {
        shut = true;
        boolean quiet = permit.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
        if (quiet) {
            permit.release();
        }
        return quiet;
    }
}

package io.wattwire.limit;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets one thread emit until it is shut. Emitting may block for as long as a device hangs, so
 * shutting waits only so long; but nothing starts to pass once it was asked for.
 */
final class Gate {

    private final Semaphore permit = new Semaphore(1);
    private volatile boolean shut;

    /** {@return whether the emission was let through} */
    boolean pass(Runnable emission) {
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

    /** {@return whether no emission is under way any more} */
    boolean shut(Duration longest) throws InterruptedException {
        shut = true;
        boolean quiet = permit.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
        if (quiet) {
            permit.release();
        }
        return quiet;
    }
}

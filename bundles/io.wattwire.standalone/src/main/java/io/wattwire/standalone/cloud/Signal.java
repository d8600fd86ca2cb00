package io.wattwire.standalone.cloud;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes one thread; a signal that nobody waits for is not lost, several are one. */
final class Signal {
    private final Semaphore permits = new Semaphore(0);

    void give() {
        permits.release();
    }

    void await(Duration limit) {
        try {
            if (permits.tryAcquire(limit.toNanos(), TimeUnit.NANOSECONDS)) {
                permits.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

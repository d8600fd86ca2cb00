package io.wattwire.cli.commission;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * The time of a trial, so that a test can move it.
 *
 * @param nanos the monotonic clock
 * @param sleep waits so many nanoseconds
 */
public record Timekeeper(LongSupplier nanos, LongConsumer sleep) {

    /**
     * The machine's own time.
     *
     * @return a keeper that really waits
     */
    public static Timekeeper real() {
        return new Timekeeper(System::nanoTime, LockSupport::parkNanos);
    }

    long now() {
        return nanos.getAsLong();
    }

    void pause(Duration time) {
        sleep.accept(time.toNanos());
    }
}

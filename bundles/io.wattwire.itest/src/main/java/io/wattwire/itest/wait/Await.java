package io.wattwire.itest.wait;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what must come, never longer than its bound and what the machine lost meanwhile. */
public final class Await {
    private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private Await() {}

    /**
     * Waits.
     *
     * @param what is awaited, for the error
     * @param bound the longest wait on a machine that loses no time
     * @param condition asked each 5 ms by the calling thread
     * @param found says what was there instead, when the bound has passed
     * @return how long it took
     * @throws AssertionError when the bound has passed
     */
    public static Duration until(
            String what, Duration bound, BooleanSupplier condition, Supplier<?> found) {
        Duration lost = Machine.lost();
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            Duration most = bound.plus(Machine.lost()).minus(lost);
            if (System.nanoTime() - start > most.toNanos()) {
                throw new AssertionError(
                        "not within %d ms: %s; there is %s"
                                .formatted(bound.toMillis(), what, found.get()));
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }
}

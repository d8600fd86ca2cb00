package io.wattwire.standalone.cloud;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Kura's limit: so many messages per time, of which some may leave at once. For one thread. */
final class RateLimit {
    private final long nanosPerMessage;
    private final long burst;
    private final LongSupplier nanoClock;
    private long fullAt;

    private RateLimit(long nanosPerMessage, long burst, LongSupplier nanoClock) {
        this.nanosPerMessage = nanosPerMessage;
        this.burst = burst;
        this.nanoClock = nanoClock;
        this.fullAt = nanoClock.getAsLong();
    }

    static RateLimit none() {
        return new RateLimit(0, 1, () -> 0);
    }

    static RateLimit of(int average, TimeUnit per, int burst, LongSupplier nanoClock) {
        return new RateLimit(Math.max(1, per.toNanos(1) / average), burst, nanoClock);
    }

    /** How long until a message may leave; 0 if it may now. */
    long nanosToWait() {
        if (nanosPerMessage == 0) {
            return 0;
        }
        long debt = fullAt - nanoClock.getAsLong();
        return Math.max(0, debt - (burst - 1) * nanosPerMessage);
    }

    /** A message leaves. */
    void take() {
        long now = nanoClock.getAsLong();
        fullAt = (fullAt - now > 0 ? fullAt : now) + nanosPerMessage;
    }
}

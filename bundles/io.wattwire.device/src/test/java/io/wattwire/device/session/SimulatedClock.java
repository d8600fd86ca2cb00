package io.wattwire.device.session;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Time that moves only when a test says so. */
final class SimulatedClock {

    private final AtomicLong nanos = new AtomicLong(1_000_000_000_000L);

    long nanos() {
        return nanos.get();
    }

    /** Wall clock, of 21 November 2026. */
    long millis() {
        return 1_795_219_200_000L + nanos.get() / 1_000_000;
    }

    void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}

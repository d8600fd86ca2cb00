package io.wattwire.simulator;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Calls that must not take longer than they may, and what the machine loses meanwhile. */
final class Timed {

    private static final long PERIOD_NANOS = 5_000_000;

    private static long lostNanos;
    private static long lastNanos = System.nanoTime();

    static {
        Thread gauge = new Thread(Timed::watch, "gauge");
        gauge.setDaemon(true);
        gauge.start();
    }

    private Timed() {}

    static <T> T within(Duration most, Supplier<T> call) {
        Duration before = lost();
        long begin = System.nanoTime();
        T result = call.get();
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        Duration lost = lost().minus(before);
        assertTrue(
                took.minus(lost).compareTo(most) <= 0,
                () -> took + " instead of at most " + most + ", the machine lost " + lost);
        return result;
    }

    private static void watch() {
        while (true) {
            LockSupport.parkNanos(PERIOD_NANOS);
            note(System.nanoTime());
        }
    }

    private static synchronized void note(long now) {
        lostNanos += lateNanos(now);
        lastNanos = now;
    }

    private static synchronized Duration lost() {
        return Duration.ofNanos(lostNanos + lateNanos(System.nanoTime()));
    }

    /** What each timer is late by is no loss. */
    private static long lateNanos(long now) {
        long late = now - lastNanos - PERIOD_NANOS;
        return late > PERIOD_NANOS ? late : 0;
    }
}

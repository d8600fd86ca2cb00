package io.wattwire.simulator;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.function.Supplier;

/** Calls that must not take longer than they may. */
final class Timed {

    private Timed() {}

    static <T> T within(Duration most, Supplier<T> call) {
        long begin = System.nanoTime();
        T result = call.get();
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        assertTrue(took.compareTo(most) <= 0, () -> took + " instead of at most " + most);
        return result;
    }
}

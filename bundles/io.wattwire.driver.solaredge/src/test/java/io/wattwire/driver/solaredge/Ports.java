package io.wattwire.driver.solaredge;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;

/** Waits until a line is open. */
final class Ports {

    private static final long LONGEST = Duration.ofSeconds(60).toNanos();

    private Ports() {}

    static int opened(IntSupplier port) {
        long end = System.nanoTime() + LONGEST;
        while (port.getAsInt() == 0) {
            if (System.nanoTime() > end) {
                throw new AssertionError("the line was not opened in 10 s");
            }
            LockSupport.parkNanos(1_000_000);
        }
        return port.getAsInt();
    }
}

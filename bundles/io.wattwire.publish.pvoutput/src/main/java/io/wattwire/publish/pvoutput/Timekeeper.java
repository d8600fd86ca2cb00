package io.wattwire.publish.pvoutput;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Clocks and patience, which tests have of their own. Thread-safe. */
interface Timekeeper {

    /** Wall clock, ms since 1970. */
    long wallMillis();

    /** A clock that only goes on, ns. */
    long nanos();

    /** Waits; throws if the publisher ends meanwhile. */
    void sleep(long nanos) throws InterruptedException;

    /** How long values of an interval that is over wait for each other, to be told together. */
    Duration linger();

    /** Wakes who waits, for good. */
    void end();

    /** The real one. */
    static Timekeeper real() {
        CountDownLatch ended = new CountDownLatch(1);
        return new Timekeeper() {
            @Override
            public long wallMillis() {
                return System.currentTimeMillis();
            }

            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public void sleep(long nanos) throws InterruptedException {
                if (ended.await(nanos, TimeUnit.NANOSECONDS)) {
                    throw new InterruptedException("the publisher ends");
                }
            }

            @Override
            public Duration linger() {
                return Duration.ofSeconds(20);
            }

            @Override
            public void end() {
                ended.countDown();
            }
        };
    }
}

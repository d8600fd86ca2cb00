package io.wattwire.itest.wait;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * How much time this machine lost: a thread that wants to wake each few milliseconds and often
 * cannot. A bound on what the product takes is only fair without that.
 */
public final class Machine {
    private static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final Machine IT = new Machine();

    private long lostNanos;
    private long lastNanos = System.nanoTime();

    private Machine() {
        Thread thread = new Thread(this::watch, "machine");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * All that was lost since the first call.
     *
     * @return never less than before; any thread may ask
     */
    public static Duration lost() {
        return IT.sum();
    }

    /**
     * What was lost since then.
     *
     * @param before what was lost until then, of {@link #lost()}
     * @return seconds, 0 or more
     */
    public static double lostSince(Duration before) {
        return lost().minus(before).toMillis() / 1e3;
    }

    private synchronized Duration sum() {
        return Duration.ofNanos(lostNanos + late(System.nanoTime()));
    }

    private void watch() {
        while (true) {
            LockSupport.parkNanos(PERIOD_NANOS);
            note(System.nanoTime());
        }
    }

    private synchronized void note(long now) {
        lostNanos += late(now);
        lastNanos = now;
    }

    /** What each timer is late by is no loss. */
    private long late(long now) {
        long late = now - lastNanos - PERIOD_NANOS;
        return late > PERIOD_NANOS ? late : 0;
    }
}

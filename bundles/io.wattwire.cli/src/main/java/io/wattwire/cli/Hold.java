package io.wattwire.cli;

import io.wattwire.device.session.DeviceSession;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Keeps a device to what was written for a while: what it forgets is repeated. The set-points of
 * the session are valid for as long, so that afterwards their control goes back by itself. Whoever
 * ends the program earlier (Ctrl-C, a stop by the system) ends the session in good order too; after
 * a crash 'wattwire release' or the next hold does it.
 */
final class Hold {
    private static final long PERIOD_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final Duration HAND_BACK = Duration.ofSeconds(30);

    private final DeviceSession session;
    private final Collection<String> names;
    private final PrintWriter out;

    Hold(DeviceSession session, Collection<String> names, PrintWriter out) {
        this.session = session;
        this.names = names;
        this.out = out;
    }

    /**
     * Holds, then sees to it that nothing is owed to the device.
     *
     * @param time how long
     * @throws Failed when the device has not taken control back
     */
    void run(Duration time) throws Failed {
        Thread endInOrder = new Thread(session::close, "wattwire-hold-end");
        Runtime.getRuntime().addShutdownHook(endInOrder);
        out.println("held for " + time.toSeconds() + " s");
        out.flush();
        keep(time);
        boolean done = handBack();
        forget(endInOrder);
        if (!done) {
            throw new Failed(
                    "the hold is over, but the device has not taken its own settings back yet; see"
                            + " that it answers, then run 'wattwire release'");
        }
        out.println(
                session.handsBack()
                        ? "the hold is over: the device has control again, a limit stays"
                        : "the hold is over: what was written stays; 'wattwire release' ends it");
    }

    /** A stored setting may have to wait until it may be written again. */
    private boolean handBack() {
        long end = System.nanoTime() + HAND_BACK.toNanos();
        boolean done = session.tend();
        while (!done && System.nanoTime() - end < 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(PERIOD_NANOS);
            done = session.tend();
        }
        return done;
    }

    private static void forget(Thread endInOrder) {
        try {
            Runtime.getRuntime().removeShutdownHook(endInOrder);
        } catch (IllegalStateException ending) {
            // it runs already
        }
    }

    /** Each read compares what the device obeys, and repeats what it forgot or is about to. */
    private void keep(Duration time) {
        DeviceSession.Prepared prepared = session.prepare(names);
        long next = System.nanoTime();
        long end = next + time.toNanos();
        while (System.nanoTime() - end <= 0 && !Thread.currentThread().isInterrupted()) {
            prepared.read();
            session.tend();
            next += PERIOD_NANOS;
            LockSupport.parkNanos(Math.min(next, end + 1) - System.nanoTime());
        }
    }
}

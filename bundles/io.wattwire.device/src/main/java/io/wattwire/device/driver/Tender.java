package io.wattwire.device.driver;

import io.wattwire.device.session.DeviceSession;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a session hand back control whose commander is gone. It has a thread of its own because a
 * dead commander, such as a stopped graph, may have been the only one who read.
 */
final class Tender implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Tender.class);
    private static final long PERIOD_MS = 1000;

    private final ScheduledExecutorService thread;

    private Tender(ScheduledExecutorService thread) {
        this.thread = thread;
    }

    /** One that tends nothing. */
    static Tender idle() {
        return new Tender(null);
    }

    /** Starts to tend a session, if it has anything that could be handed back. */
    static Tender of(String pid, DeviceSession session) {
        if (!session.handsBack()) {
            return idle();
        }
        ScheduledExecutorService thread =
                Executors.newSingleThreadScheduledExecutor(
                        task -> {
                            Thread worker = new Thread(task, "wattwire-tend-" + pid);
                            worker.setDaemon(true);
                            return worker;
                        });
        thread.scheduleWithFixedDelay(
                () -> tend(pid, session), 0, PERIOD_MS, TimeUnit.MILLISECONDS);
        return new Tender(thread);
    }

    /** A defect must not end the rounds. */
    private static void tend(String pid, DeviceSession session) {
        try {
            session.tend();
        } catch (RuntimeException defect) {
            LOG.error("{}: a defect in the engine, please report it", pid, defect);
        }
    }

    /** Begins no new round; one under way ends by itself. */
    @Override
    public void close() {
        if (thread != null) {
            thread.shutdown();
        }
    }
}

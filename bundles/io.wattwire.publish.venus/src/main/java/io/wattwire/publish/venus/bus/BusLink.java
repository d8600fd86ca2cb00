package io.wattwire.publish.venus.bus;

import io.wattwire.publish.queue.Backoff;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a connection with a bus: makes another when it ends, after longer and longer pauses from 1
 * s to 60 s. One log line for each change, none for each failed try. Thread-safe.
 */
public final class BusLink implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BusLink.class);

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final long LOOK_MILLIS = 250;
    private static final long STOP_MILLIS = 2_000;

    private final String owner;
    private final BusPlace place;
    private final User user;
    private final Backoff backoff;
    private final Thread thread;
    private BusConnection connection;
    private boolean stopped;
    private String told = "";

    /** Who uses the connection. */
    public interface User {

        /**
         * There is a connection; called on the link's own thread, which may wait.
         *
         * @param connection logged in
         * @throws IOException if it is of no use: it is ended, and another is made later
         */
        void connected(BusConnection connection) throws IOException;

        /**
         * Called again and again while it lasts, every 250 ms, on the link's own thread, which may
         * wait.
         *
         * @param connection logged in
         * @throws IOException if it is of no use any more
         */
        default void tend(BusConnection connection) throws IOException {
            // there is nothing to do for one that only listens
        }

        /** It has ended; not told when the link itself is closed. */
        void lost();
    }

    /**
     * A link that does nothing yet.
     *
     * @param owner for whom, in names of threads and logs
     * @param place of the bus
     * @param user of the connection
     */
    public BusLink(String owner, BusPlace place, User user) {
        this(owner, place, user, FIRST);
    }

    BusLink(String owner, BusPlace place, User user, Duration first) {
        this.owner = owner;
        this.place = place;
        this.user = user;
        this.backoff = new Backoff(first, LONGEST);
        this.thread = new Thread(this::run, "wattwire-bus-" + owner);
        this.thread.setDaemon(true);
    }

    /** Begins to connect; returns at once. */
    public void start() {
        thread.start();
    }

    private void run() {
        try {
            while (!isStopped()) {
                once();
                if (!isStopped()) {
                    Thread.sleep(backoff.next().toMillis());
                }
            }
        } catch (InterruptedException stop) {
            LOG.debug("{}: the link is closed", owner);
        }
    }

    private void once() throws InterruptedException {
        BusConnection made = null;
        try {
            made = BusConnection.open(place, owner);
            if (!keep(made)) {
                return;
            }
            user.connected(made);
            told = "";
            LOG.info("{}: is on the bus {} as {}", owner, place, made.name());
            backoff.reset();
            String why = "";
            while (why.isEmpty()) {
                user.tend(made);
                why = made.awaitEnd(LOOK_MILLIS);
            }
            lost(why);
        } catch (IOException | RuntimeException problem) {
            lost(problem.getMessage() == null ? problem.toString() : problem.getMessage());
        } finally {
            if (made != null) {
                made.close();
            }
        }
    }

    private synchronized boolean keep(BusConnection made) {
        connection = made;
        return !stopped;
    }

    private void lost(String why) {
        if (isStopped()) {
            return;
        }
        user.lost();
        if (!why.equals(told)) {
            LOG.warn("{}: not on the bus {}: {}; tried again until it is", owner, place, why);
        }
        told = why;
    }

    private synchronized boolean isStopped() {
        return stopped;
    }

    @Override
    public void close() {
        synchronized (this) {
            stopped = true;
            if (connection != null) {
                connection.close();
            }
        }
        thread.interrupt();
        try {
            thread.join(STOP_MILLIS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}

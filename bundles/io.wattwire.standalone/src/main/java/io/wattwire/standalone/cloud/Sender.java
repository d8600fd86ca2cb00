package io.wattwire.standalone.cloud;

import io.wattwire.publish.queue.Backoff;
import io.wattwire.publish.queue.SegmentQueue;
import io.wattwire.standalone.monitor.Faults;
import io.wattwire.standalone.monitor.Publications;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what the store keeps to the broker, in order, on a thread of its own. A message leaves the
 * store when it has arrived; after a lost connection everything that has not arrived is sent again.
 */
final class Sender {
    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final String NO_ANSWER = "the broker does not acknowledge";

    private final DataSettings settings;
    private final Transport transport;
    private final MessageStore store;
    private final Lifecycle lifecycle;
    private final Publications publications;
    private final Faults faults;
    private final Backoff backoff;
    private final Signal signal = new Signal();
    private final Deque<Flight> flights = new ArrayDeque<>();
    private final Thread thread;
    private volatile boolean running = true;
    private volatile boolean wanted;
    private volatile boolean established;

    Sender(
            DataSettings settings,
            Transport transport,
            MessageStore store,
            Lifecycle lifecycle,
            Publications publications,
            Faults faults) {
        this.settings = settings;
        this.transport = transport;
        this.store = store;
        this.lifecycle = lifecycle;
        this.publications = publications;
        this.faults = faults;
        this.wanted = settings.autoConnect();
        this.backoff = new Backoff(settings.firstRetry(), settings.longestRetry());
        this.thread = new Thread(this::run, settings.pid() + "-sender");
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** There may be something to do. */
    void wake() {
        signal.give();
    }

    /** Connects or disconnects. */
    void want(boolean connection) {
        wanted = connection;
        wake();
    }

    /** Whether a connection stands and the birth has arrived. */
    boolean isEstablished() {
        return established && transport.isConnected();
    }

    /** Says farewell, disconnects and ends; waits for that. */
    void stop() {
        running = false;
        wake();
        try {
            thread.join(settings.quiesce().plusSeconds(2).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (running) {
            try {
                if (!wanted) {
                    leave();
                    signal.await(IDLE);
                } else if (!isEstablished()) {
                    establish();
                } else {
                    forward();
                }
            } catch (IOException e) {
                fail(e.getMessage());
            } catch (RuntimeException e) { // else nothing would be sent any more
                LOG.error("{}: sending failed", settings.pid(), e);
                fail("sending failed: " + e);
            }
        }
        leave();
    }

    private void establish() throws IOException {
        lost();
        transport.connect(signal::give);
        awaitArrival(lifecycle.birth(), settings.answer());
        established = true;
        backoff.reset();
        faults.clear(settings.pid());
        LOG.info("{}: connected to {}", settings.pid(), transport.broker());
        lifecycle.connected();
    }

    /** Forgets what was on its way: it is sent again on the next connection. */
    private void lost() {
        flights.clear();
        store.queue().rewind();
        if (established) {
            established = false;
            LOG.warn("{}: connection to {} lost", settings.pid(), transport.broker());
            lifecycle.disconnected();
        }
    }

    private void fail(String reason) {
        transport.abort();
        faults.report(
                settings.pid(),
                "broker " + transport.broker() + ": " + reason,
                "start it or correct the settings of the connection; messages are kept");
        lost();
        long end = System.nanoTime() + backoff.next().toNanos();
        for (long left = 1; running && wanted && left > 0; left = end - System.nanoTime()) {
            signal.await(Duration.ofNanos(left)); // new messages wake it, too
        }
    }

    private void awaitArrival(Message message, Duration limit) throws IOException {
        CountDownLatch arrived = new CountDownLatch(1);
        Throwable[] failure = new Throwable[1];
        transport.publish(
                message,
                reason -> {
                    failure[0] = reason;
                    arrived.countDown();
                });
        try {
            if (!arrived.await(limit.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new IOException(NO_ANSWER);
            }
        } catch (InterruptedException e) {
            throw new IOException("interrupted", e); // nobody here does that
        }
        if (failure[0] != null) {
            throw new IOException(failure[0].getMessage(), failure[0]);
        }
    }

    private void forward() throws IOException {
        long wait = IDLE.toNanos();
        while (flights.size() < settings.inFlight()) {
            long pause = settings.rate().nanosToWait();
            if (pause > 0) {
                wait = Math.min(wait, pause);
                break;
            }
            SegmentQueue.Entry entry = store.queue().next();
            if (entry == null) {
                break;
            }
            launch(entry);
        }
        land();
        signal.await(Duration.ofNanos(wait));
        land();
        if (!flights.isEmpty() && flights.getFirst().age() > settings.answer().toNanos()) {
            throw new IOException(NO_ANSWER);
        }
    }

    private void launch(SegmentQueue.Entry entry) throws IOException {
        Message message;
        try {
            message = Message.of(entry.record());
        } catch (IllegalArgumentException e) {
            LOG.error("{}: left out what is no message: {}", settings.pid(), e.getMessage());
            Flight nothing = new Flight(entry, null);
            nothing.end(null);
            flights.addLast(nothing);
            return;
        }
        settings.rate().take();
        Flight flight = new Flight(entry, message);
        flights.addLast(flight);
        transport.publish(
                message,
                reason -> {
                    flight.end(reason);
                    signal.give();
                });
    }

    /** Takes what has arrived out of the store, in order. */
    private void land() throws IOException {
        while (!flights.isEmpty() && flights.getFirst().hasEnded()) {
            Flight flight = flights.removeFirst();
            if (flight.failure() != null) {
                throw new IOException(flight.failure().getMessage(), flight.failure());
            }
            store.queue().acknowledge(flight.entry());
            if (flight.message() != null) {
                publications.delivered(flight.message().topic());
                lifecycle.delivered(flight.message());
            }
        }
    }

    private void leave() {
        if (!transport.isConnected()) {
            return;
        }
        try {
            if (established) {
                awaitArrival(lifecycle.farewell(), settings.quiesce());
                land();
            }
        } catch (IOException e) {
            LOG.debug("{}: farewell did not arrive: {}", settings.pid(), e.getMessage());
        }
        transport.disconnect(settings.quiesce());
        established = false;
        flights.clear();
        store.queue().rewind();
        lifecycle.disconnected();
        LOG.info("{}: disconnected from {}", settings.pid(), transport.broker());
    }
}

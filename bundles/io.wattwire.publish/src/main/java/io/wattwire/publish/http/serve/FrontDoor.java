package io.wattwire.publish.http.serve;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A small HTTP/1.1 server of our own: the JDK's bounds neither its connections nor the time of a
 * request, except by properties of the whole JVM. At most 32 connections at once, 16 of one
 * address, one request each; what a caller does not send, or take, within 10 s is cut. Thread-safe.
 */
public final class FrontDoor implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FrontDoor.class);
    private static final int MOST_CONNECTIONS = 32;
    private static final int MOST_OF_ONE = 16;
    private static final int DEADLINE_MS = 10_000;
    private static final int STOP_S = 5;
    private static final long RETRY_NANOS = 50_000_000;

    private final String owner;
    private final DoorSettings settings;
    private final Visits visits;
    private final ServerSocket listener;
    private final Set<Socket> inside = ConcurrentHashMap.newKeySet();
    private final ExecutorService workers;
    private final ScheduledExecutorService clock;
    private final Thread porter;

    /**
     * Opens a door.
     *
     * @param owner the component's {@code kura.service.pid}, for threads and the log
     * @param settings where, and who may come in
     * @param routes who answers
     * @throws IOException if the port cannot be had; the message says which, and the remedy
     */
    public FrontDoor(String owner, DoorSettings settings, Routes routes) throws IOException {
        this(owner, settings, routes, DEADLINE_MS);
    }

    FrontDoor(String owner, DoorSettings settings, Routes routes, int deadlineMs)
            throws IOException {
        this.owner = owner;
        this.settings = settings;
        listener = listen(settings);
        workers = Executors.newCachedThreadPool(work -> thread("http", work)); // see admit
        clock = Executors.newSingleThreadScheduledExecutor(work -> thread("http-clock", work));
        Guard guard = new Guard(settings, new Logins(owner, System::nanoTime));
        visits = new Visits(owner, settings, guard, routes, deadlineMs, clock);
        porter = thread("http-door", this::accept);
        porter.start();
    }

    private static ServerSocket listen(DoorSettings settings) throws IOException {
        ServerSocket listener = new ServerSocket();
        try {
            listener.setReuseAddress(true);
            listener.bind(
                    new InetSocketAddress(settings.address(), settings.port()), MOST_CONNECTIONS);
            return listener;
        } catch (IOException e) {
            listener.close();
            throw new IOException(
                    "cannot listen on "
                            + settings.address().getHostAddress()
                            + " port "
                            + settings.port()
                            + "; choose another port, or stop who has it: "
                            + e.getMessage(),
                    e);
        }
    }

    private Thread thread(String task, Runnable work) {
        Thread thread = new Thread(work, "wattwire-" + task + "-" + owner);
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Where it listens.
     *
     * @return the TCP port
     */
    public int port() {
        return listener.getLocalPort();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                admit(listener.accept());
            } catch (IOException e) {
                LOG.debug("{}: accepting failed", owner, e); // closed, gone again, or no handles
                LockSupport.parkNanos(RETRY_NANOS);
            }
        }
    }

    private void admit(Socket socket) throws IOException {
        InetAddress from = socket.getInetAddress();
        long ofOne = inside.stream().filter(it -> from.equals(it.getInetAddress())).count();
        if (inside.size() >= MOST_CONNECTIONS || ofOne >= MOST_OF_ONE) {
            socket.close();
            return;
        }
        inside.add(socket);
        Visit visit = visits.begin(socket);
        try {
            workers.execute(
                    () -> {
                        try {
                            visit.run();
                        } finally {
                            inside.remove(socket);
                        }
                    });
        } catch (RejectedExecutionException | OutOfMemoryError closingOrNoThread) {
            visit.cut();
            inside.remove(socket);
        }
    }

    /**
     * Closes the door; who is inside is cut, a handler at work is waited for, at most 5 s. The port
     * is free afterwards: it is not as long as somebody is still accepting on it.
     */
    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            LOG.debug("{}: closing the listener failed", owner, e);
        }
        workers.shutdown();
        clock.shutdownNow();
        for (Socket socket : inside) {
            Visit.close(socket);
        }
        LockSupport.unpark(porter);
        try {
            porter.join(TimeUnit.SECONDS.toMillis(STOP_S));
            workers.awaitTermination(STOP_S, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

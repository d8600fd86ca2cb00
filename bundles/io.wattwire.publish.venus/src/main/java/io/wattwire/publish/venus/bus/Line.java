package io.wattwire.publish.venus.bus;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.messages.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Socket and the two threads of a connection: one reads, one writes, so that neither a silent nor a
 * deaf bus holds anybody up. Closing the socket ends both.
 */
final class Line {

    private static final Logger LOG = LoggerFactory.getLogger(Line.class);

    private static final int CONNECT_MILLIS = 5_000;
    private static final long LOGIN_MILLIS = 5_000;

    private final BusPlace place;
    private final String owner;
    private final Receiver receiver;
    private final Runnable ending;
    private final Outbox outbox = new Outbox();
    private final CompletableFuture<Void> loggedIn = new CompletableFuture<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private String why = "";
    private boolean complained;
    private SocketChannel channel;
    private volatile Thread reader;

    /** Takes what arrives. */
    @FunctionalInterface
    interface Receiver {

        /** Takes a message; a damaged one is left out. */
        void take(Message message) throws IOException, DBusException;
    }

    Line(BusPlace place, String owner, Receiver receiver, Runnable ending) {
        this.place = place;
        this.owner = owner;
        this.receiver = receiver;
        this.ending = ending;
    }

    void open() throws IOException {
        connect();
        Thread reads = thread("in", this::read);
        reader = reads;
        reads.start();
        try {
            loggedIn.get(LOGIN_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new IOException("the bus does not finish the login", late);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped during the login", stop);
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause().getMessage(), failed.getCause());
        }
        thread("out", this::write).start();
    }

    private void connect() throws IOException {
        if (place.isLocal()) {
            channel = SocketChannel.open(StandardProtocolFamily.UNIX);
            channel.connect(place.address());
            return;
        }
        channel = SocketChannel.open();
        InetSocketAddress address = (InetSocketAddress) place.address();
        if (address.isUnresolved()) {
            throw new IOException("the name " + address.getHostString() + " is not known");
        }
        channel.socket().connect(address, CONNECT_MILLIS);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
    }

    private Thread thread(String way, Runnable work) {
        Thread thread = new Thread(work, "wattwire-bus-" + way + "-" + owner);
        thread.setDaemon(true);
        return thread;
    }

    private void read() {
        try {
            new Login(channel).run(place);
            loggedIn.complete(null);
            Frames frames = new Frames(channel);
            while (isOpen()) {
                take(frames.read());
            }
        } catch (IOException | RuntimeException gone) {
            loggedIn.completeExceptionally(gone);
            close(gone.getMessage() == null ? gone.toString() : gone.getMessage());
        }
    }

    private void take(Message message) throws IOException {
        if (message == null) {
            complain("a message that cannot be read", null);
            return;
        }
        try {
            receiver.take(message);
        } catch (DBusException | RuntimeException damaged) {
            complain("a message that cannot be used", damaged);
        }
    }

    private void complain(String what, Exception why) {
        if (!complained) {
            LOG.warn("{}: {} left out: {}; said once", owner, what, String.valueOf(why));
        }
        complained = true;
    }

    private void write() {
        try {
            outbox.send(new Frames(channel));
        } catch (IOException gone) {
            close(String.valueOf(gone.getMessage()));
        } catch (InterruptedException stop) {
            close("stopped");
        }
    }

    void send(Message message) throws IOException {
        byte[] bytes = Frames.bytes(message);
        if (bytes.length > Frames.LONGEST) {
            throw new IOException("a message of " + bytes.length + " bytes is too long");
        }
        if (!isOpen()) {
            throw new IOException("the connection has ended: " + why());
        }
        try {
            outbox.put(bytes);
        } catch (IOException deaf) {
            close(deaf.getMessage());
            throw deaf;
        }
    }

    boolean isReader() {
        return Thread.currentThread() == reader;
    }

    boolean isOpen() {
        return over.getCount() > 0;
    }

    String awaitEnd(long millis) throws InterruptedException {
        return over.await(millis, TimeUnit.MILLISECONDS) ? why() : "";
    }

    private synchronized String why() {
        return why;
    }

    void close(String reason) {
        synchronized (this) {
            if (!isOpen()) {
                return;
            }
            why = reason;
            over.countDown();
        }
        outbox.end();
        ending.run();
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException gone) {
            LOG.debug("{}: was closed", owner, gone);
        }
    }
}

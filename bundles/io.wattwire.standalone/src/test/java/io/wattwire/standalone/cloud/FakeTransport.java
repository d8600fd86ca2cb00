package io.wattwire.standalone.cloud;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A broker that does what a test wants, and tells what happened to it in order. */
final class FakeTransport implements Transport {
    /** What happened: connect, hangs, refused, topic of a message, disconnect, abort. */
    final BlockingQueue<String> events = new LinkedBlockingQueue<>();

    volatile boolean reachable = true;

    /** Connecting takes until this opens. */
    volatile CountDownLatch hangs = new CountDownLatch(0);

    volatile boolean acknowledging = true;
    private volatile boolean connected;
    private volatile Runnable changed = () -> {};

    String next() throws InterruptedException {
        return events.poll(60, TimeUnit.SECONDS);
    }

    /** The connection breaks. */
    void lose() {
        connected = false;
        changed.run();
    }

    @Override
    public String account() {
        return "acc";
    }

    @Override
    public String clientId() {
        return "gw";
    }

    @Override
    public String broker() {
        return "tcp://fake:1";
    }

    @Override
    public void connect(Runnable onChange) throws IOException {
        awaitAnswer();
        if (!reachable) {
            events.add("refused");
            throw new IOException("Connection refused");
        }
        changed = onChange;
        connected = true;
        events.add("connect");
    }

    private void awaitAnswer() throws IOException {
        if (hangs.getCount() == 0) {
            return;
        }
        events.add("hangs");
        try {
            hangs.await();
        } catch (InterruptedException stopped) {
            throw new InterruptedIOException();
        }
    }

    @Override
    public boolean isConnected() {
        return connected;
    }

    @Override
    public void publish(Message message, Consumer<Throwable> done) throws IOException {
        if (!connected) {
            throw new IOException("not connected");
        }
        events.add(message.topic());
        if (acknowledging
                || message.topic().equals("birth")
                || message.topic().equals("farewell")) {
            done.accept(null);
        }
    }

    @Override
    public void subscribe(String filter, Inbox inbox) {
        events.add("subscribe " + filter);
    }

    @Override
    public void disconnect(Duration quiesce) {
        connected = false;
        events.add("disconnect");
    }

    @Override
    public void abort() {
        connected = false;
    }
}

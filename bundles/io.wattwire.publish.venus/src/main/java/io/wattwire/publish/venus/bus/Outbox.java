package io.wattwire.publish.venus.bus;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Messages on their way out. A bus that takes nothing never holds up who speaks: what waits is
 * bounded, and then the connection is over. Thread-safe; one thread sends.
 */
final class Outbox {

    private static final int MOST = 1000;
    private static final byte[] END = new byte[0];

    private final BlockingQueue<byte[]> waiting = new ArrayBlockingQueue<>(MOST);

    /** Puts a message in. */
    void put(byte[] message) throws IOException {
        if (!waiting.offer(message)) {
            throw new IOException("the bus takes nothing: " + MOST + " messages wait");
        }
    }

    /** Sends until the end. */
    void send(Frames frames) throws IOException, InterruptedException {
        byte[] message = waiting.take();
        while (message != END) {
            frames.write(message);
            message = waiting.take();
        }
    }

    /** What waits is not sent any more. */
    void end() {
        waiting.clear();
        waiting.offer(END);
    }
}

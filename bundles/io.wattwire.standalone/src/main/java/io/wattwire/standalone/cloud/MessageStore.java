package io.wattwire.standalone.cloud;

import io.wattwire.publish.queue.SegmentQueue;
import io.wattwire.standalone.monitor.Faults;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps messages on disk until the broker has them. Handing over never waits for the disk: a thread
 * writes what arrives, mostly within a millisecond. What finds no place is lost, counted and said.
 *
 * <p>Its thread must not be interrupted: Java closes a file whose thread is.
 */
final class MessageStore implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MessageStore.class);
    private static final int MAX_ARRIVING = 1000;
    private static final long MAX_BYTES = 64L * 1024 * 1024;
    private static final long LOOK_AGAIN_MS = 50;
    private static final long JOIN_MS = 3000;

    private final String pid;
    private final SegmentQueue queue;
    private final Faults faults;
    private final Runnable stored;
    private final BlockingQueue<byte[]> arriving = new ArrayBlockingQueue<>(MAX_ARRIVING);
    private final AtomicLong dropped = new AtomicLong();
    private final Thread writer;
    private volatile boolean running = true;

    /** With whom to tell when something new is there. */
    MessageStore(String pid, Path directory, int capacity, Faults faults, Runnable stored)
            throws IOException {
        this.pid = pid;
        this.queue = new SegmentQueue(directory, capacity, MAX_BYTES);
        this.faults = faults;
        this.stored = stored;
        if (queue.lost() > 0) {
            drop(queue.lost(), "messages were damaged on disk");
        }
        this.writer = new Thread(this::write, pid + "-store");
        writer.setDaemon(true);
        writer.start();
    }

    /**
     * Hands a message over. Never waits.
     *
     * @return false if it is lost
     */
    boolean offer(Message message) {
        return running && arriving.offer(message.toBytes())
                || drop("more messages than the disk takes");
    }

    private boolean drop(String cause) {
        return drop(1, cause);
    }

    private boolean drop(long count, String cause) {
        long lost = dropped.addAndGet(count);
        if (Long.bitCount(lost) == 1 || count > 1) { // 1, 2, 4, 8...: said, but not for each
            LOG.warn("{}: {} messages lost so far: {}", pid, lost, cause);
        }
        faults.report(
                pid,
                cause,
                "messages are lost; raise store.capacity, publish less often, see to the disk");
        return false;
    }

    private void write() {
        while (running || !arriving.isEmpty()) {
            try {
                byte[] record = arriving.poll(LOOK_AGAIN_MS, TimeUnit.MILLISECONDS);
                if (record != null) {
                    keep(record);
                }
            } catch (InterruptedException e) {
                return; // nobody here does that
            }
        }
    }

    private void keep(byte[] record) {
        try {
            if (queue.append(record)) {
                stored.run();
            } else {
                drop("the store is full");
            }
        } catch (IOException e) {
            drop("the disk fails: " + e.getMessage());
        }
    }

    SegmentQueue queue() {
        return queue;
    }

    /** Messages that are not delivered yet. */
    long waiting() {
        return arriving.size() + queue.waiting();
    }

    long dropped() {
        return dropped.get();
    }

    /** Writes what has arrived and ends. */
    @Override
    public void close() throws IOException {
        running = false;
        try {
            writer.join(JOIN_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        queue.close();
    }
}

package io.wattwire.publish;

import io.wattwire.publish.queue.SegmentQueue;
import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Keeps samples on disk until they have arrived. Handing over never waits for the disk: a thread
 * writes what comes, mostly within a millisecond. What finds no place is lost and counted.
 *
 * <p>Its thread must not be interrupted: Java closes a file whose thread is.
 */
final class SampleStore implements AutoCloseable {

    private static final int MAX_ARRIVING = 2000;
    private static final long LOOK_AGAIN_MS = 50;
    private static final long JOIN_MS = 2000;

    private final SegmentQueue queue;
    private final Counters counters;
    private final Runnable stored;
    private final BlockingQueue<Parcel> arriving = new ArrayBlockingQueue<>(MAX_ARRIVING);
    private final Thread writer;
    private volatile boolean running = true;

    private record Parcel(byte[] record, int samples) {}

    /** With whom to tell when something new is there. */
    SampleStore(String pid, SegmentQueue queue, Counters counters, Runnable stored) {
        this.queue = queue;
        this.counters = counters;
        this.stored = stored;
        if (queue.lost() > 0) {
            counters.lost(Loss.DAMAGED, queue.lost(), "");
        }
        writer = new Thread(this::write, "wattwire-store-" + pid);
        writer.setDaemon(true);
    }

    void start() {
        writer.start();
    }

    /** Hands the record of some samples over. Never waits. */
    void offer(byte[] record, int samples) {
        counters.taken(samples);
        if (!running || !arriving.offer(new Parcel(record, samples))) {
            counters.lost(Loss.BUSY, samples, "");
        }
    }

    private void write() {
        while (running || !arriving.isEmpty()) {
            try {
                Parcel parcel = arriving.poll(LOOK_AGAIN_MS, TimeUnit.MILLISECONDS);
                if (parcel != null) {
                    keep(parcel);
                }
            } catch (InterruptedException e) {
                return; // nobody here does that
            }
        }
    }

    private void keep(Parcel parcel) {
        try {
            if (queue.append(parcel.record())) {
                stored.run();
            } else {
                counters.lost(Loss.FULL, parcel.samples(), "");
            }
        } catch (IOException e) {
            counters.lost(Loss.DISK, parcel.samples(), String.valueOf(e.getMessage()));
        }
    }

    SegmentQueue queue() {
        return queue;
    }

    /** Records that have not arrived. */
    long waiting() {
        return arriving.size() + queue.waiting();
    }

    /** Writes what has come and ends; the queue is closed by who opened it. */
    @Override
    public void close() {
        running = false;
        try {
            writer.join(JOIN_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

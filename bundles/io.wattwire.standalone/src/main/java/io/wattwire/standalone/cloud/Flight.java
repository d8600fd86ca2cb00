package io.wattwire.standalone.cloud;

import io.wattwire.publish.queue.SegmentQueue;

/** A message on its way to the broker. Ended on any thread, looked at by the sender's. */
final class Flight {
    private final SegmentQueue.Entry entry;
    private final Message message;
    private final long since = System.nanoTime();
    private volatile Throwable failure;
    private volatile boolean ended;

    /** Without a message for a record that is none. */
    Flight(SegmentQueue.Entry entry, Message message) {
        this.entry = entry;
        this.message = message;
    }

    /** It arrived, or it did not for the given reason. */
    void end(Throwable reason) {
        failure = reason;
        ended = true;
    }

    SegmentQueue.Entry entry() {
        return entry;
    }

    Message message() {
        return message;
    }

    boolean hasEnded() {
        return ended;
    }

    Throwable failure() {
        return failure;
    }

    long age() {
        return System.nanoTime() - since;
    }
}

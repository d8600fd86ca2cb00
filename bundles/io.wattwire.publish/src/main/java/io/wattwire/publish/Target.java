package io.wattwire.publish;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * Where samples are sent. Called by one thread, which sends the same batch again until it has
 * arrived; every call ends by a deadline of its own, some 10 s at most.
 */
public interface Target extends AutoCloseable {

    /**
     * Sends samples, in their order.
     *
     * @param batch at least one, at most {@link #largestBatch()} and what came in with the last
     * @return what became of them, when all of them are dealt with
     * @throws TryLaterException if the target says when, or that, it wants them again
     * @throws IOException if it cannot be reached; all of them are sent again after a while
     * @throws InterruptedException if the publisher is stopped meanwhile
     */
    Delivery deliver(List<Sample> batch) throws IOException, InterruptedException;

    /**
     * Tells how many samples fit in one message.
     *
     * @return 1 for a target that wants each by itself
     */
    default int largestBatch() {
        return 1000;
    }

    /**
     * Tells how long a sample may wait for others to share its message with.
     *
     * @return zero to send what is there
     */
    default Duration linger() {
        return Duration.ZERO;
    }

    /**
     * The owner removed the publisher: takes back what was left at the target for others, such as
     * retained messages. Called before {@link #close}, on another thread than {@link #deliver}; a
     * restart of the gateway is no removal. Never waits longer than 10 s.
     */
    default void retire() {
        // most leave values only, which stay
    }

    /** Ends the connection, if there is one; never waits longer than 2 s. */
    @Override
    void close();
}

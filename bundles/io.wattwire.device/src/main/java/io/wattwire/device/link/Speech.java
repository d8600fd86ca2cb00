package io.wattwire.device.link;

import io.wattwire.device.plan.Cost;
import java.time.Duration;

/**
 * How a request for words becomes bytes on an endpoint, and bytes the answer to it. Whatever the
 * devices there speak, the engine above asks in Modbus terms: a unit, a kind, an address, a count;
 * one who speaks otherwise says which of his values stand for which words, and throws what {@link
 * LinkException} calls the cases. It is asked by the thread that has the turn on the link, so one
 * request at a time, and records the bytes that it sends and receives.
 *
 * <p>An exchange ends by its deadline, and never sends a write twice. What a device does not have
 * is the exception answer 2, and what it refuses to take 3, so that holes are remembered and other
 * values stay.
 */
interface Speech {

    /** What to ask, for whom, until when, and how long to wait for each answer. */
    record Call(Request request, Lease lease, Deadline deadline, Duration patience) {
        String owner() {
            return lease.owner();
        }

        LinkTiming timing() {
            return lease.timing();
        }

        /** When an answer to what is sent now is no longer waited for. */
        Deadline answerBy() {
            return answerBy(patience);
        }

        /** The same with a patience of the protocol's own. */
        Deadline answerBy(Duration most) {
            Duration left = Duration.ofNanos(deadline.remainingNanos());
            return left.compareTo(most) <= 0 ? deadline : Deadline.in(most);
        }
    }

    /** The answer and how long the device took for it. */
    record Answer(byte[] pdu, long turnaroundNanos) {}

    /** Asks and returns the answer; connects first when needed. An exception answer is an error. */
    Answer exchange(Call call) throws LinkException;

    /** Whether there is a connection now; called by any thread. */
    boolean connected();

    /** Lets go of the connection; the next exchange makes it anew. */
    void close();

    /** What a read costs; called by any thread. */
    Cost cost(Duration turnaround);

    /** When a connection that was lost may be made anew, by the monotonic clock. */
    default long reconnectNanos() {
        return System.nanoTime();
    }

    /**
     * Waits until no answer is on its way that was given up, where the next request would only
     * queue up behind it.
     *
     * @param priority of what is sent then: a command does not wait for long
     * @return whether it had to wait
     * @throws LinkException BUSY when such an answer did not come by the deadline
     */
    default boolean awaitOwed(Call call, Priority priority) throws LinkException {
        return false;
    }

    /** As {@link LinkLease#lateness} says; called by any thread. */
    default Duration lateness(int unit) {
        return Duration.ZERO;
    }

    /** As {@link LinkLease#lateness()} says; called by any thread. */
    default Duration lateness() {
        return Duration.ZERO;
    }

    /** Whether the other end speaks without being asked, and wants an answer. */
    default boolean speaksByItself() {
        return false;
    }

    /** Hears what it says by itself, while nobody asks anything. */
    default void attend(String who) {}
}

package io.wattwire.device.session;

import io.wattwire.device.link.Deadline;
import io.wattwire.device.link.LinkException;
import io.wattwire.device.link.LinkException.Reason;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Lets one write to a device at a time, and none once the driver has stopped. Thread-safe. */
final class WriteTurn {

    private final Engine engine;
    private final ReentrantLock turn;
    private volatile boolean closed;

    WriteTurn(Engine engine) {
        this.engine = engine;
        this.turn = engine.writing;
    }

    /** What is done in a turn. */
    interface Step {
        void run() throws WriteRefused, LinkException;
    }

    /** What is done in a turn that asks no guard. */
    interface QuietStep {
        void run() throws LinkException;
    }

    /** Waits for the turn, as long as the deadline allows. */
    void take(Deadline deadline, Step step) throws WriteRefused, LinkException {
        try {
            if (!turn.tryLock(deadline.remainingNanos(), TimeUnit.NANOSECONDS)) {
                throw new LinkException(
                        Reason.BUSY, "other writes to this device took all the time; try again");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new LinkException(Reason.CLOSED, "interrupted before anything was written");
        }
        try {
            if (closed) {
                throw new LinkException(Reason.CLOSED, "the driver was stopped; start it again");
            }
            step.run();
        } finally {
            turn.unlock();
        }
    }

    /** Does it at once, or not at all where a write is under way. */
    void takeIfFree(QuietStep step) throws LinkException {
        if (turn.tryLock()) {
            try {
                step.run();
            } finally {
                turn.unlock();
            }
        }
    }

    /** Nothing takes a turn any more; what has one goes on. */
    void close() {
        closed = true;
    }

    /** What the device understands, once it is certain which one it is and that it may be told. */
    Lexicon recognised(Deadline deadline) throws WriteRefused, LinkException {
        Recognition.Known known = engine.recognition.known();
        if (!engine.recognition.isSettled()) {
            engine.watch.refuseWhileWaiting();
            known = engine.recognition.settle(deadline);
        }
        engine.guard.allowModel(known.identity());
        engine.modelCheck.compare();
        engine.guard.allowModel(engine.modelCheck.problem());
        return known.lexicon();
    }
}

package io.wattwire.device.link;

import io.wattwire.device.frame.Adu;
import io.wattwire.device.link.LinkException.Reason;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * What a device still owes of what it was asked on one line, and how long it takes. Used by the
 * thread that has the turn; the times may be asked for by any.
 */
final class OwedAnswers {

    /**
     * Who commands waits no longer than this for what was given up: it may never come. Then the
     * command queues up at the device or gateway, which is soon enough, as no limit may have to
     * wait for a device that is gone.
     */
    private static final long COMMAND_WAITS_NANOS = 1_000_000_000;

    private final Line line;
    private final boolean numbered;
    private final Orphans orphans;
    private final Lateness lateness;

    OwedAnswers(Line line, Orphans orphans) {
        this.line = line;
        this.orphans = orphans;
        numbered = line.envelope().numbered();
        lateness =
                new Lateness(
                        (frame, number) ->
                                !numbered || frame.transaction() == line.envelope().number(number));
    }

    /** Notes a request that leaves now. */
    void sent(Request request, long nowNanos) {
        if (!numbered) {
            orphans.sent(request, nowNanos);
        }
    }

    /** Notes a frame, whatever it is. */
    void arrived(Adu frame) {
        orphans.arrived(frame);
        lateness.arrived(frame, System.nanoTime());
    }

    /** Notes that a request was answered in time. */
    void answered(Request request, long tookNanos, long nowNanos) {
        lateness.answered(request.unit(), tookNanos, nowNanos);
    }

    /** Notes that an answer is no longer waited for. */
    void givenUp(Request request, int number, long sentNanos) {
        lateness.givenUp(request, number, sentNanos);
        orphans.givenUp(request, System.nanoTime());
    }

    /** The connection is made anew: what was on its way on the one before does not come. */
    void forget() {
        lateness.forgetOwed();
    }

    /**
     * Lets a slow device end what it is at: another request would only queue up behind, and be
     * answered later still.
     *
     * @param hears what comes meanwhile
     * @return whether it had to wait
     */
    boolean await(Speech.Call call, Priority priority, Consumer<Adu> hears) throws LinkException {
        long begin = System.nanoTime();
        boolean waits = false;
        try {
            long pending = pendingNanos(priority, begin);
            while (pending > 0) {
                waits = true;
                long remaining = call.deadline().remainingNanos();
                if (remaining == 0) {
                    throw new LinkException(
                            Reason.BUSY,
                            line.name()
                                    + ": an answer that was given up is still on its way; raise"
                                    + " read.deadline.ms of the device that is slow");
                }
                line.receive(Math.min(pending, remaining), call.owner()).forEach(hears);
                pending = pendingNanos(priority, begin);
            }
        } catch (LinkException e) {
            throw e;
        } catch (InterruptedIOException e) {
            throw new LinkException(Reason.CLOSED, line.name() + ": interrupted in an exchange", e);
        } catch (IOException e) {
            line.close(); // lost since the last exchange, nothing was sent yet
        }
        return waits;
    }

    private long pendingNanos(Priority priority, long begin) {
        long now = System.nanoTime();
        long pending = line.connected() ? lateness.pendingNanos(now) : 0;
        return priority == Priority.CONTROL
                ? Math.min(pending, begin + COMMAND_WAITS_NANOS - now)
                : pending;
    }

    /** Tells how many answers may come that look like the one to this request. */
    int alike(Request request) throws LinkException {
        if (numbered || !request.readsOnly()) {
            return 0;
        }
        int late = orphans.before(request, System.nanoTime());
        if (Orphans.tooMany(late)) {
            throw new LinkException(
                    Reason.TIMEOUT,
                    line.name()
                            + ": unit "
                            + request.unit()
                            + " left "
                            + late
                            + " requests unanswered; it is asked again"
                            + " when no late answer can be on its way");
        }
        return late;
    }

    /** As {@link LinkLease#lateness(int)} says. */
    Duration lateness(int unit) {
        return lateness.of(unit, System.nanoTime());
    }

    /** As {@link LinkLease#lateness()} says. */
    Duration lateness() {
        return lateness.ofAny(System.nanoTime());
    }
}

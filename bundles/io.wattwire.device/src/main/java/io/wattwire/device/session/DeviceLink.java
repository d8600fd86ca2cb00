package io.wattwire.device.session;

import io.wattwire.device.link.Deadline;
import io.wattwire.device.link.LinkException;
import io.wattwire.device.link.LinkException.Reason;
import io.wattwire.device.link.LinkLease;
import io.wattwire.device.link.LinkPool;
import io.wattwire.device.link.LinkTiming;
import io.wattwire.device.link.ModbusPdu;
import io.wattwire.device.link.Priority;
import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.plan.Block;
import io.wattwire.device.plan.Cost;
import java.time.Duration;

/**
 * The exchanges with one device: takes its share of the wire when first needed and tells the watch
 * how it went. Thread-safe.
 */
final class DeviceLink implements AutoCloseable {

    /** An answer that takes longer is not worth waiting for where something is urgent. */
    static final Duration QUICK = Duration.ofMillis(250);

    private static final int GATEWAY_PATH = 10;
    private static final int GATEWAY_TARGET = 11;

    private final String owner;
    private final SessionSettings settings;
    private final DeviceFamily family;
    private final LinkPool pool;
    private final LinkWatch watch;
    private final PartWatch parts;
    private final FrameLog trace;
    private final Patience patience;

    private LinkLease lease;
    private boolean closed;

    DeviceLink(
            String owner,
            SessionSettings settings,
            DeviceFamily family,
            LinkPool pool,
            LinkWatch watch,
            PartWatch parts) {
        this.owner = owner;
        this.settings = settings;
        this.family = family;
        this.pool = pool;
        this.watch = watch;
        this.parts = parts;
        this.trace = new FrameLog(owner);
        patience = new Patience(this, settings.readDeadline(), family, watch, parts);
    }

    /**
     * Reads a block. A frame lost on the way is asked for once more when there is time; a slow one
     * is not, as something urgent may wait meanwhile.
     */
    int[] read(int unit, Block block, Priority priority, Deadline deadline) throws LinkException {
        byte[] request = ModbusPdu.readRequest(block.kind(), block.address(), block.count());
        byte[] answer =
                priority == Priority.SLOW
                        ? exchange(unit, request, priority, deadline, patience.forOneTry(unit))
                        : exchangeTwice(unit, request, priority, deadline);
        return ModbusPdu.parseRead(block.kind(), block.count(), answer);
    }

    /** Writes words; never repeated, because the lost frame may be the answer. */
    void write(int unit, RegisterKind kind, int address, int[] words, Deadline deadline)
            throws LinkException {
        byte[] request = request(kind, address, words);
        exchange(unit, request, Priority.CONTROL, deadline, patience.forWrite(unit));
    }

    private byte[] request(RegisterKind kind, int address, int[] words) {
        if (kind.bits()) {
            return ModbusPdu.writeCoil(address, words[0] != 0);
        }
        return words.length == 1 && !family.writesMultiple()
                ? ModbusPdu.writeSingle(address, words[0])
                : ModbusPdu.writeMultiple(address, words);
    }

    private byte[] exchangeTwice(int unit, byte[] request, Priority priority, Deadline deadline)
            throws LinkException {
        Duration usual = patience.usual(unit);
        if (!patience.isHeard(unit) || deadline.remainingNanos() < 2 * usual.toNanos()) {
            return exchange(unit, request, priority, deadline, patience.of(unit));
        }
        try {
            return exchange(unit, request, priority, deadline, usual);
        } catch (LinkException failure) {
            boolean partLost =
                    failure.getCause() instanceof LinkException problem && isLost(problem);
            if (!isLost(failure) && !partLost) {
                throw failure;
            }
            return exchange(unit, request, priority, deadline, settings.readDeadline());
        }
    }

    private byte[] exchange(
            int unit, byte[] request, Priority priority, Deadline deadline, Duration longest)
            throws LinkException {
        parts.refuseWhileWaiting(unit);
        watch.tried();
        try {
            byte[] answer = lease().exchange(unit, request, priority, deadline, longest);
            heard(unit);
            return answer;
        } catch (LinkException problem) {
            throw judged(unit, problem);
        }
    }

    private void heard(int unit) {
        watch.succeeded();
        parts.answered(unit);
    }

    /** Tells the watch; a gateway's answer that the device does not answer is silence. */
    private LinkException judged(int unit, LinkException problem) {
        if (unit != settings.unit() && (isGatewayAnswer(problem) || isLost(problem))) {
            return parts.failed(unit, isGatewayAnswer(problem), problem);
        }
        if (isGatewayAnswer(problem) && !family.gateway()) {
            watch.failed(problem.getMessage());
            return new LinkException(Reason.TIMEOUT, problem.getMessage(), problem);
        }
        switch (problem.reason()) {
            case EXCEPTION_ANSWER -> heard(unit);
            case BUSY, CLOSED -> watch.hindered(problem.getMessage());
            default -> watch.failed(problem.getMessage());
        }
        return problem;
    }

    static boolean isGatewayAnswer(LinkException problem) {
        return problem.modbusException() == GATEWAY_PATH
                || problem.modbusException() == GATEWAY_TARGET;
    }

    private static boolean isLost(LinkException problem) {
        return problem.reason() == Reason.TIMEOUT || problem.reason() == Reason.GARBAGE;
    }

    private synchronized LinkLease lease() throws LinkException {
        if (closed) {
            throw new LinkException(Reason.CLOSED, owner + " was stopped; start it again");
        }
        if (lease == null) {
            LinkTiming timing = new LinkTiming(settings.pause(), settings.connectDelay());
            lease = pool.acquire(settings.address(), owner, timing, family.documents());
            if (settings.trace()) {
                pool.addFrameListener(trace);
            }
        }
        return lease;
    }

    /** What reads cost: as measured, or before that as the family guesses. */
    Cost cost() {
        try {
            Cost cost = lease().cost();
            double guess = turnaround().isZero() ? family.link().turnaround().toNanos() / 1e3 : 0;
            return new Cost(cost.fixedMicros() + guess, cost.perWordMicros());
        } catch (LinkException notYet) {
            return Cost.tcp(family.link().turnaround());
        }
    }

    /** When a request ends for which nobody may wait longer than usual, its turn included. */
    Deadline brief() {
        return Deadline.in(patience.usual(settings.unit()).plus(QUICK));
    }

    /** Whether answers take long here. */
    boolean isSlow() {
        return answerTime().compareTo(QUICK) >= 0;
    }

    /** The same of the slowest unit on the wire, as long as it is slow. */
    synchronized Duration lateness() {
        return lease == null ? Duration.ZERO : lease.lateness();
    }

    /** Smoothed time that the device thinks; zero before its first answer. */
    synchronized Duration turnaround() {
        return lease == null ? Duration.ZERO : lease.turnaround();
    }

    /**
     * What an answer takes here, be it that it came too late, and that of another device on the
     * same wire; zero before the first.
     */
    Duration answerTime() {
        return Patience.longer(turnaround(), lateness());
    }

    /** How long a unit took when its answer took long last; zero when none did of late. */
    synchronized Duration lateness(int unit) {
        return lease == null ? Duration.ZERO : lease.lateness(unit);
    }

    /** Releases the wire for good; an exchange that waits for its turn fails at once. */
    @Override
    public synchronized void close() {
        closed = true;
        if (lease != null) {
            lease.close();
            pool.removeFrameListener(trace);
        }
    }
}

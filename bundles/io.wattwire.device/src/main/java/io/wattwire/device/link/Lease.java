package io.wattwire.device.link;

import io.wattwire.device.link.LinkException.Reason;
import io.wattwire.device.model.Documents;
import io.wattwire.device.plan.Cost;
import java.time.Duration;

/** One owner's share of a link. */
final class Lease implements LinkLease {

    /** A measured turnaround counts one eighth against all earlier ones. */
    private static final int SMOOTHING = 8;

    /**
     * Loaded with this class: the bundle that it is in may have been replaced when it is needed.
     */
    private static final Reason RELEASED = Reason.CLOSED;

    private final Link link;
    private final LinkAddress address;
    private final String owner;
    private final LinkTiming timing;
    private final Documents documents;
    private long turnaroundNanos;
    private volatile boolean closed;

    Lease(Link link, LinkAddress address, String owner, LinkTiming timing, Documents documents) {
        this.link = link;
        this.address = address;
        this.owner = owner;
        this.timing = timing;
        this.documents = documents;
    }

    @Override
    public byte[] exchange(
            int unit, byte[] pdu, Priority priority, Deadline deadline, Duration patience)
            throws LinkException {
        Request request = new Request(unit, pdu.clone());
        checkOpen();
        Speech.Answer answer =
                link.exchange(priority, new Speech.Call(request, this, deadline, patience));
        smooth(answer.turnaroundNanos());
        return answer.pdu();
    }

    @Override
    public LinkAddress address() {
        return address;
    }

    @Override
    public boolean idle() {
        return link.idle();
    }

    @Override
    public boolean connected() {
        return link.connected();
    }

    @Override
    public synchronized Duration turnaround() {
        return Duration.ofNanos(turnaroundNanos);
    }

    @Override
    public Duration lateness(int unit) {
        return link.lateness(unit);
    }

    @Override
    public Duration lateness() {
        return link.lateness();
    }

    @Override
    public Cost cost() {
        return link.cost(turnaround());
    }

    @Override
    public FrameTrace trace() {
        return link.trace();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            link.release(this);
        }
    }

    String owner() {
        return owner;
    }

    LinkTiming timing() {
        return timing;
    }

    Documents documents() {
        return documents;
    }

    void checkOpen() throws LinkException {
        if (closed) {
            throw new LinkException(RELEASED, address.text() + " was released by " + owner);
        }
    }

    private synchronized void smooth(long measured) {
        turnaroundNanos =
                turnaroundNanos == 0
                        ? measured
                        : turnaroundNanos + (measured - turnaroundNanos) / SMOOTHING;
    }
}

package io.wattwire.device.link;

/**
 * All links of this process, one per endpoint, so that drivers on one RS-485 line or one TCP
 * connection share it. Thread-safe.
 */
public final class LinkPool {

    private static final LinkPool SHARED = new LinkPool();

    /** Makes a pool of its own, for tests and tools; drivers use {@link #shared()}. */
    public LinkPool() {}

    /**
     * Gives the pool that everybody in this process shares.
     *
     * @return always the same pool
     */
    public static LinkPool shared() {
        return SHARED;
    }

    /**
     * Takes a share of the link to an endpoint; nothing is connected yet.
     *
     * @param address the endpoint
     * @param owner name for messages and for fair turns, usually the driver's {@code
     *     kura.service.pid}
     * @param timing the breaks that the owner's devices need
     * @return the lease, to be closed by its owner
     * @throws LinkException with reason BUSY if the endpoint is in use with other line settings or
     *     another framing; the message names the first owner
     */
    public LinkLease acquire(LinkAddress address, String owner, LinkTiming timing)
            throws LinkException {
        throw new LinkException(
                LinkException.Reason.CLOSED, address.text() + " for " + owner + " " + timing);
    }

    /**
     * Adds a listener that hears of every frame on every link. It is called in the thread that
     * talks to the device and must return at once; what it throws is dropped.
     *
     * @param listener the listener; adding it twice is adding it once
     */
    public void addFrameListener(FrameListener listener) {}

    /**
     * Removes a listener.
     *
     * @param listener the listener
     */
    public void removeFrameListener(FrameListener listener) {}
}

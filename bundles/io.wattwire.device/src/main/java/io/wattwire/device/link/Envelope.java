package io.wattwire.device.link;

import io.wattwire.device.frame.Framer;
import io.wattwire.device.plan.Cost;
import java.time.Duration;

/** How PDUs travel on a wire. */
interface Envelope {

    /**
     * Wraps a PDU.
     *
     * @throws IllegalArgumentException if answers to this function cannot be recognised in this
     *     envelope
     */
    byte[] pack(int transaction, int unit, byte[] pdu);

    /** Makes a framer that finds answers. */
    Framer framer();

    /**
     * Tells whether the frame bears the number of the transaction; without numbers a late answer
     * looks like a fresh one.
     */
    boolean numbered();

    /** Least silence on the wire before a request, in nanoseconds. */
    long silenceNanos();

    /** Time that so many bytes take on the wire, in nanoseconds. */
    long airNanos(int bytes);

    /** What a read costs. */
    Cost cost(Duration turnaround);
}

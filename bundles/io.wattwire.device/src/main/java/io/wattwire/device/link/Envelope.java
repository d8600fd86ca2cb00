package io.wattwire.device.link;

import io.wattwire.device.frame.Adu;
import io.wattwire.device.frame.Framer;
import io.wattwire.device.plan.Cost;
import java.time.Duration;
import java.util.Optional;

/** How PDUs travel on a wire. */
interface Envelope {

    /**
     * Wraps a PDU.
     *
     * @throws IllegalArgumentException if this envelope cannot carry the PDU; the message says why
     */
    byte[] pack(int transaction, int unit, byte[] pdu);

    /** The number that the frames of a transaction bear, 0 where they bear none. */
    int number(int transaction);

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

    /** What the other end wants to hear at once about a frame; empty for nothing. */
    default byte[] reply(Adu found) {
        return new byte[0];
    }

    /** Why a frame that bears the request's number says that there will be no answer. */
    default Optional<LinkException> refusal(String link, Request request, Adu found) {
        return Optional.empty();
    }

    /**
     * What to check when no answer came.
     *
     * @param heard the first bytes that came in its place, empty for silence
     */
    default String remedy(byte[] heard) {
        return heard.length == 0
                ? "check power, wiring and unit id"
                : "check unit id, line settings and wiring";
    }

    /** What to check when the host refuses the connection. */
    default String refusedRemedy() {
        return "check port and whether Modbus is enabled there";
    }

    /**
     * Tells whether a frame that is no answer says nothing about whether one will come: what the
     * other end says for itself, or to others.
     */
    default boolean aside(Adu found) {
        return reply(found).length > 0;
    }

    /** Tells whether the other end speaks without being asked and wants to be heard meanwhile. */
    default boolean speaksByItself() {
        return false;
    }

    /** Least time between the end of a connection and the next one. */
    default long reconnectNanos() {
        return 0;
    }
}

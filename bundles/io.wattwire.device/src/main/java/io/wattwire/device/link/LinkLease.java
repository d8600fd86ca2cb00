package io.wattwire.device.link;

import io.wattwire.device.plan.Cost;
import java.time.Duration;

/**
 * One owner's share of a link. Connects when first used, again after a loss, and lets go of the
 * connection when the last lease on it is closed. Thread-safe: exchanges take turns on the wire in
 * the thread that calls.
 */
public interface LinkLease extends AutoCloseable {

    /**
     * Sends a request and waits for its answer. Late, foreign, doubled and damaged frames are
     * dropped. The call ends by the deadline, waiting for the wire included; it is never repeated
     * on its own after a request may have reached the device, except for reads on RTU after an
     * unanswered one, where a second answer is the only proof that the first was not a late one.
     *
     * @param unit unit id, 0 to 255
     * @param pdu request PDU: function code and data, 1 to 253 bytes
     * @param priority who goes first when several wait
     * @param deadline end of the call
     * @return the answer PDU: same function; byte count as asked for or written values echoed
     * @throws LinkException if there is no such answer; an exception answer is one of its reasons,
     *     REFUSED that this kind of link cannot carry the PDU
     * @throws IllegalArgumentException if unit or PDU cannot be sent on any link
     */
    default byte[] exchange(int unit, byte[] pdu, Priority priority, Deadline deadline)
            throws LinkException {
        return exchange(unit, pdu, priority, deadline, deadline.budget());
    }

    /**
     * The same, for a device that may not hold the wire until the deadline: others wait for it.
     *
     * @param unit unit id, 0 to 255
     * @param pdu request PDU: function code and data, 1 to 253 bytes
     * @param priority who goes first when several wait
     * @param deadline end of the call, waiting for the wire and connecting included
     * @param patience how long after a request its answer is waited for at most
     * @return the answer PDU: same function; byte count as asked for or written values echoed
     * @throws LinkException if there is no such answer; an exception answer is one of its reasons,
     *     REFUSED that this kind of link cannot carry the PDU
     * @throws IllegalArgumentException if unit or PDU cannot be sent on any link
     */
    byte[] exchange(int unit, byte[] pdu, Priority priority, Deadline deadline, Duration patience)
            throws LinkException;

    /**
     * Tells where the link leads.
     *
     * @return the address that the lease was acquired for
     */
    LinkAddress address();

    /**
     * Tells whether the wire is free.
     *
     * @return true when no exchange of any owner is running or waiting
     */
    boolean idle();

    /**
     * Tells whether there is a connection or an open port now.
     *
     * @return true when connected
     */
    boolean connected();

    /**
     * Tells how long the devices of this lease think: from the end of the request to the begin of
     * the answer, the time of the bytes on a serial line taken out, smoothed over about eight
     * exchanges.
     *
     * @return the measured time; zero before the first answer
     */
    Duration turnaround();

    /**
     * Tells how long a device took when its answer took long last, be it that it came after it was
     * given up: who waits so long hears the next one.
     *
     * @param unit unit id
     * @return time from the request to the answer, 0.25 to 5 s; zero when no answer of that unit
     *     took so long within the last minute
     */
    Duration lateness(int unit);

    /**
     * Tells the same of the slowest unit on this link: what makes one late often makes all late.
     *
     * @return time from the request to the answer, 0.25 to 5 s; zero when none took so long within
     *     the last minute, or each unit that did has given ten quick answers since
     */
    Duration lateness();

    /**
     * Tells what a read costs here, from line settings and measured turnaround.
     *
     * @return cost for a read plan
     */
    Cost cost();

    /**
     * Gives the last frames on this link, of all owners.
     *
     * @return the ring buffer that the link fills
     */
    FrameTrace trace();

    /**
     * Releases the share: exchanges that wait fail at once with {@link
     * LinkException.Reason#CLOSED}, one that is on the wire ends by its deadline, new ones are
     * refused. Returns at once; a second call does nothing.
     */
    @Override
    void close();
}

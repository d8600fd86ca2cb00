package io.wattwire.device.frame;

import java.util.Arrays;
import java.util.List;

/**
 * Finds frames of GivEnergy dongles. A frame may begin at every byte; of several that may have
 * begun the one that is whole first is taken, so a damaged or forged begin never hides a good frame
 * behind it, and the pieces in which the stream comes do not matter. A frame with values whose
 * checksum is wrong is none; what has no checksum carries no values and ends no other frame.
 */
public final class GivEnergyFramer extends OpenFramer {

    /** What a dongle tells of its network is shorter than any answer. */
    private static final int SHORTEST_SAID = 29;

    private static final int NOWHERE = -1;

    private final PduLength rule;

    /** Where the first frame ends that may have begun; nothing is to be done before. */
    private int nextEnd = Integer.MAX_VALUE;

    /** Where the last frame without values began; one that began before it is broken off. */
    private int saidFrom = NOWHERE;

    /**
     * Makes a framer.
     *
     * @param rule the direction it listens to: a client to answers, a dongle to requests
     */
    public GivEnergyFramer(PduLength rule) {
        super(GivEnergyFrame.MAX_FRAME, GivEnergyFrame.HEADER);
        this.rule = rule;
    }

    @Override
    public void reset() {
        super.reset();
        nextEnd = Integer.MAX_VALUE;
        saidFrom = NOWHERE;
    }

    @Override
    void begin(int start) {
        super.begin(start);
        nextEnd = Math.min(nextEnd, endOf(start));
    }

    @Override
    boolean mayEnd() {
        return size >= nextEnd;
    }

    @Override
    boolean mayBegin(int start) {
        int unit = buffer[start + 6];
        return GivEnergyFrame.begins(buffer, start)
                && (unit == 0 || unit == 1)
                && lengthFits(buffer[start + 7], endOf(start) - start);
    }

    private boolean lengthFits(int function, int length) {
        if (function == GivEnergyFrame.HEARTBEAT) {
            return length == GivEnergyFrame.HEARTBEAT_LENGTH;
        }
        if (function != GivEnergyFrame.TRANSPARENT) {
            return false;
        }
        return rule == PduLength.ANSWER
                ? length >= SHORTEST_SAID && length <= GivEnergyFrame.MAX_FRAME
                : length == GivEnergyFrame.REQUEST_LENGTH;
    }

    private int endOf(int start) {
        int length = (buffer[start + 4] & 0xFF) << 8 | buffer[start + 5] & 0xFF;
        return start + length + GivEnergyFrame.BEFORE_LENGTH;
    }

    /**
     * Takes the frame that ends here, if one does. One that another has begun in is broken off,
     * also where its checksum holds: registers look like a whole header far more seldom than a
     * checksum of 16 bits holds by chance.
     */
    @Override
    void end(List<Adu> found) {
        int open = 0;
        nextEnd = Integer.MAX_VALUE;
        for (int i = 0; i < begins; i++) {
            int start = begun[i];
            int end = endOf(start);
            if (end > size) {
                begun[open++] = start;
                nextEnd = Math.min(nextEnd, end);
                continue;
            }
            byte[] raw = Arrays.copyOfRange(buffer, start, end);
            byte[] pdu = i == begins - 1 ? pdu(raw) : new byte[0];
            if (pdu.length > 0) {
                int unit = raw[GivEnergyFrame.UNIT] & 0xFF;
                found.add(new Adu(GivEnergyFrame.first(raw), unit, pdu, raw));
                reset();
                return;
            }
            if (start > saidFrom && said(raw)) {
                saidFrom = start;
                found.add(new Adu(0, Adu.NO_UNIT, pdu, raw));
            }
        }
        begins = open;
    }

    /** The PDU of a frame that may be believed. */
    private byte[] pdu(byte[] raw) {
        boolean request = raw.length == GivEnergyFrame.REQUEST_LENGTH;
        byte[] pdu = request == (rule == PduLength.REQUEST) ? GivEnergyFrame.pdu(raw) : new byte[0];
        boolean good =
                pdu.length > 0
                        && (GivEnergyFrame.checked(raw)
                                || request && GivEnergyFrame.checkedOldWay(raw));
        return good ? pdu : new byte[0];
    }

    /** Tells what a dongle sends for itself: heartbeat, empty answer, its network. */
    private static boolean said(byte[] raw) {
        return GivEnergyFrame.isHeartbeat(raw)
                || GivEnergyFrame.isNothing(raw)
                || GivEnergyFrame.isNetwork(raw);
    }

    @Override
    int makeRoom() {
        int from = super.makeRoom();
        saidFrom = Math.max(NOWHERE, saidFrom - from);
        nextEnd = begins > 0 ? nextEnd - from : Integer.MAX_VALUE;
        return from;
    }
}

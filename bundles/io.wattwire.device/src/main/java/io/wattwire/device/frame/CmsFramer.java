package io.wattwire.device.frame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds frames of CMS inverters. A frame may begin at every header that can be one; of several that
 * have begun only the last is believed. So a lost byte, a begin that never was and the sync bytes
 * inside of a payload cost no good frame behind them, and the pieces in which the stream comes do
 * not matter. Frames become ADUs: the command is the transaction, the inverter's address the unit,
 * the payload the PDU.
 */
public final class CmsFramer implements Framer {

    /** A begun frame is shorter than the longest one, so half the buffer is always free. */
    private final byte[] buffer = new byte[2 * CmsFrame.MAX_FRAME];

    /** Where frames may have begun, ascending. */
    private final int[] begun = new int[buffer.length];

    private final boolean answers;
    private int size;
    private int begins;

    /**
     * Makes a framer.
     *
     * @param answers true to find answers as a host does, false to find requests
     */
    public CmsFramer(boolean answers) {
        this.answers = answers;
    }

    @Override
    public List<Adu> feed(byte[] bytes, int count) {
        List<Adu> found = new ArrayList<>(1);
        for (int i = 0; i < count; i++) {
            if (size == buffer.length) {
                makeRoom();
            }
            buffer[size++] = bytes[i];
            int start = size - CmsFrame.HEADER;
            if (start >= 0 && CmsFrame.plausible(buffer, start, answers)) {
                begun[begins++] = start;
            }
            if (begins > 0) {
                end(found);
            }
        }
        return found;
    }

    @Override
    public void reset() {
        size = 0;
        begins = 0;
    }

    @Override
    public boolean damaged() {
        return false;
    }

    private int endOf(int start) {
        return start + CmsFrame.LEAST + (buffer[start + CmsFrame.HEADER - 1] & 0xFF);
    }

    /**
     * Takes the frame that ends here, if one does and no other has begun inside of it: then its own
     * end was lost, whatever the sum happens to be.
     */
    private void end(List<Adu> found) {
        int open = 0;
        for (int i = 0; i < begins; i++) {
            int start = begun[i];
            if (endOf(start) > size) {
                begun[open++] = start;
            } else if (i == begins - 1 && summed(start, size)) {
                found.add(adu(Arrays.copyOfRange(buffer, start, size)));
                startOver();
                return;
            }
        }
        begins = open;
    }

    /** The last byte may be the first of the next frame, when it stands in for a lost one. */
    private void startOver() {
        buffer[0] = buffer[size - 1];
        size = 1;
        begins = 0;
    }

    private boolean summed(int start, int end) {
        int sum = 0;
        for (int i = start; i < end - 2; i++) {
            sum += buffer[i] & 0xFF;
        }
        return (sum & 0xFFFF) == CmsFrame.word(buffer, end - 2);
    }

    private Adu adu(byte[] raw) {
        int inverter = answers ? CmsFrame.source(raw) : CmsFrame.destination(raw);
        return new Adu(CmsFrame.command(raw), inverter, CmsFrame.payload(raw), raw);
    }

    /** Keeps what may still become a frame. */
    private void makeRoom() {
        int from = begins > 0 ? begun[0] : size - CmsFrame.HEADER + 1;
        System.arraycopy(buffer, from, buffer, 0, size - from);
        size -= from;
        for (int i = 0; i < begins; i++) {
            begun[i] -= from;
        }
    }
}

package io.wattwire.device.frame;

import java.util.Arrays;
import java.util.List;

/**
 * Finds frames of CMS inverters. A frame may begin at every header that can be one; of several that
 * have begun only the last is believed. So a lost byte, a begin that never was and the sync bytes
 * inside of a payload cost no good frame behind them, and the pieces in which the stream comes do
 * not matter. Frames become ADUs: the command is the transaction, the inverter's address the unit,
 * the payload the PDU.
 */
public final class CmsFramer extends OpenFramer {

    private final boolean answers;

    /**
     * Makes a framer.
     *
     * @param answers true to find answers as a host does, false to find requests
     */
    public CmsFramer(boolean answers) {
        super(CmsFrame.MAX_FRAME, CmsFrame.HEADER);
        this.answers = answers;
    }

    @Override
    boolean mayBegin(int start) {
        return CmsFrame.plausible(buffer, start, answers);
    }

    @Override
    boolean mayEnd() {
        return true;
    }

    private int endOf(int start) {
        return start + CmsFrame.LEAST + (buffer[start + CmsFrame.HEADER - 1] & 0xFF);
    }

    /**
     * Takes the frame that ends here, if one does and no other has begun inside of it: then its own
     * end was lost, whatever the sum happens to be.
     */
    @Override
    void end(List<Adu> found) {
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
}

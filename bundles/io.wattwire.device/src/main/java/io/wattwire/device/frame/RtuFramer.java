package io.wattwire.device.frame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds RTU frames by their length and checksum. Noise before, between or inside frames is skipped:
 * a frame may begin at every byte, and an unfinished one does not hide a whole one behind its first
 * bytes.
 */
public final class RtuFramer implements Framer {

    /** Longest frame: unit id, PDU of 253 bytes, checksum. */
    public static final int MAX_FRAME = 256;

    /**
     * An unfinished frame is shorter than the longest one, so that half the buffer is always free.
     */
    private final byte[] buffer = new byte[2 * MAX_FRAME];

    private final PduLength rule;
    private int size;

    /**
     * Makes a framer.
     *
     * @param rule the direction it listens to
     */
    public RtuFramer(PduLength rule) {
        this.rule = rule;
    }

    /**
     * Wraps a PDU.
     *
     * @param unit unit id
     * @param pdu function code and data
     * @return the frame
     */
    public static byte[] frame(int unit, byte[] pdu) {
        byte[] frame = new byte[pdu.length + 3];
        frame[0] = (byte) unit;
        System.arraycopy(pdu, 0, frame, 1, pdu.length);
        int crc = Crc16.of(frame, 0, pdu.length + 1);
        frame[pdu.length + 1] = (byte) crc;
        frame[pdu.length + 2] = (byte) (crc >> 8);
        return frame;
    }

    @Override
    public List<Adu> feed(byte[] bytes, int count) {
        List<Adu> found = new ArrayList<>(1);
        for (int done = 0; done < count; ) {
            int part = Math.min(count - done, buffer.length - size);
            System.arraycopy(bytes, done, buffer, size, part);
            size += part;
            done += part;
            extract(found);
        }
        return found;
    }

    @Override
    public void reset() {
        size = 0;
    }

    @Override
    public boolean damaged() {
        return false;
    }

    private void extract(List<Adu> found) {
        int unfinished = size;
        for (int start = 0; start < size; ) {
            int length = lengthAt(start);
            if (length > size - start) {
                unfinished = Math.min(unfinished, start++);
            } else if (length > 0 && checked(start, length)) {
                found.add(adu(start, length));
                start += length;
                unfinished = size; // what came before a whole frame was noise
            } else {
                start++;
            }
        }
        System.arraycopy(buffer, unfinished, buffer, 0, size - unfinished);
        size -= unfinished;
    }

    /**
     * Length of the frame that would begin here: beyond the end of the buffer if it is not
     * complete, 0 if there can be none.
     */
    private int lengthAt(int start) {
        if (start + 1 == size) {
            return MAX_FRAME;
        }
        int pdu = rule.of(buffer, start + 1, size);
        if (pdu == PduLength.UNKNOWN) {
            return size - start < MAX_FRAME ? MAX_FRAME : 0;
        }
        return pdu == PduLength.IMPOSSIBLE || pdu + 3 > MAX_FRAME ? 0 : pdu + 3;
    }

    private boolean checked(int start, int length) {
        int crc = (buffer[start + length - 2] & 0xFF) | (buffer[start + length - 1] & 0xFF) << 8;
        return crc == Crc16.of(buffer, start, length - 2);
    }

    private Adu adu(int start, int length) {
        byte[] raw = Arrays.copyOfRange(buffer, start, start + length);
        return new Adu(0, raw[0] & 0xFF, Arrays.copyOfRange(raw, 1, length - 2), raw);
    }
}

package io.wattwire.device.frame;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds Modbus TCP frames by their header: transaction number, protocol 0, length, unit id. A
 * header that cannot be one means that the stream is out of step; only a new connection mends that.
 */
public final class MbapFramer implements Framer {

    /** Longest frame: header of 7 bytes and PDU of 253 bytes. */
    public static final int MAX_FRAME = 260;

    private static final int HEADER = 7;

    /** The length field counts what follows it: the unit id and a PDU of 1 to 253 bytes. */
    private static final int BEFORE_LENGTH_COUNTS = 6;

    private static final int LEAST_LENGTH = 2;

    private final byte[] buffer = new byte[MAX_FRAME];
    private int size;
    private boolean damaged;

    /**
     * Wraps a PDU.
     *
     * @param transaction transaction number, its low 16 bits count
     * @param unit unit id
     * @param pdu function code and data
     * @return the frame
     */
    public static byte[] frame(int transaction, int unit, byte[] pdu) {
        return ByteBuffer.allocate(HEADER + pdu.length)
                .putShort((short) transaction)
                .putShort((short) 0)
                .putShort((short) (pdu.length + 1))
                .put((byte) unit)
                .put(pdu)
                .array();
    }

    @Override
    public List<Adu> feed(byte[] bytes, int count) {
        List<Adu> found = new ArrayList<>(1);
        for (int done = 0; done < count && !damaged; ) {
            int part = Math.min(count - done, wanted() - size);
            System.arraycopy(bytes, done, buffer, size, part);
            size += part;
            done += part;
            if (size >= BEFORE_LENGTH_COUNTS) {
                damaged = word(2) != 0 || word(4) < LEAST_LENGTH || wanted() > MAX_FRAME;
            }
            if (!damaged && size >= HEADER && size == wanted()) {
                found.add(take());
            }
        }
        return found;
    }

    @Override
    public void reset() {
        size = 0;
        damaged = false;
    }

    @Override
    public boolean damaged() {
        return damaged;
    }

    /** Bytes of the frame that is being received, as far as they can be known. */
    private int wanted() {
        return size < BEFORE_LENGTH_COUNTS ? BEFORE_LENGTH_COUNTS : BEFORE_LENGTH_COUNTS + word(4);
    }

    private int word(int at) {
        return (buffer[at] & 0xFF) << 8 | buffer[at + 1] & 0xFF;
    }

    private Adu take() {
        byte[] raw = Arrays.copyOf(buffer, size);
        size = 0;
        return new Adu(
                word(0), raw[HEADER - 1] & 0xFF, Arrays.copyOfRange(raw, HEADER, raw.length), raw);
    }
}

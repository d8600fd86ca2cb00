package io.wattwire.device.frame;

import java.util.Arrays;
import java.util.List;

/**
 * Finds frames of Solarman loggers. A frame may begin at every byte; of several that may have begun
 * the one that is whole first is taken, so a damaged or forged begin never hides a good frame
 * behind it, and the pieces in which the stream comes do not matter. A frame whose RTU part is
 * damaged is none.
 */
public final class SolarmanFramer extends OpenFramer {

    private static final int LONGEST_RTU = RtuFramer.MAX_FRAME + 2;

    /** Sum of all bytes up to and with each one. */
    private final int[] sums = new int[buffer.length];

    private final PduLength rule;

    /**
     * Makes a framer.
     *
     * @param rule the direction it listens to: a client to answers, a logger to requests
     */
    public SolarmanFramer(PduLength rule) {
        super(SolarmanFrame.MAX_FRAME, SolarmanFrame.HEADER);
        this.rule = rule;
    }

    @Override
    void take(byte next) {
        sums[size] = (size == 0 ? 0 : sums[size - 1]) + next;
        super.take(next);
    }

    @Override
    boolean mayEnd() {
        return buffer[size - 1] == SolarmanFrame.END;
    }

    @Override
    boolean mayBegin(int start) {
        return (buffer[start] & 0xFF) == SolarmanFrame.START
                && buffer[start + 3] == SolarmanFrame.SUFFIX
                && lengthFits(buffer[start + 4] & 0xFF, payload(start));
    }

    private boolean lengthFits(int code, int payload) {
        boolean fromLogger = rule == PduLength.ANSWER;
        if (code == (fromLogger ? SolarmanFrame.ANSWER : SolarmanFrame.REQUEST)) {
            int before = fromLogger ? SolarmanFrame.BEFORE_ANSWER : SolarmanFrame.BEFORE_REQUEST;
            return payload > before && payload <= before + LONGEST_RTU;
        }
        return SolarmanFrame.spokenByItself(
                        fromLogger ? code : code + SolarmanFrame.REPLY_IS_LESS_BY)
                && payload > 0
                && payload <= SolarmanFrame.MAX_FRAME - SolarmanFrame.AROUND_PAYLOAD;
    }

    private int payload(int start) {
        return buffer[start + 1] & 0xFF | (buffer[start + 2] & 0xFF) << 8;
    }

    private int endOf(int start) {
        return start + payload(start) + SolarmanFrame.AROUND_PAYLOAD;
    }

    /**
     * Takes the frame that ends here, if one does; of two that carry a PDU the longer one. What a
     * logger says by itself has a weak sum only, so it ends no other frame.
     */
    @Override
    void end(List<Adu> found) {
        int open = 0;
        boolean said = false;
        for (int i = 0; i < begins; i++) {
            int start = begun[i];
            int end = endOf(start);
            if (end > size) {
                begun[open++] = start;
            } else if (end == size && summed(start)) {
                byte[] raw = Arrays.copyOfRange(buffer, start, end);
                byte[] rtu = SolarmanFrame.rtu(raw);
                int length = rtu.length < SolarmanFrame.LEAST_RTU ? 0 : rtuLength(rtu);
                if (length > 0) {
                    byte[] pdu = Arrays.copyOfRange(rtu, 1, length - 2);
                    found.add(new Adu(SolarmanFrame.sequence(raw), rtu[0] & 0xFF, pdu, raw));
                    reset();
                    return;
                }
                said |= !said && rtu.length < SolarmanFrame.LEAST_RTU && say(raw, found);
            }
        }
        begins = open;
        if (said) {
            keepCarriers();
        }
    }

    private static boolean say(byte[] raw, List<Adu> found) {
        return found.add(new Adu(SolarmanFrame.sequence(raw), Adu.NO_UNIT, new byte[0], raw));
    }

    /** Forgets what has begun inside of what was said, but for frames with a checksum inside. */
    private void keepCarriers() {
        int open = 0;
        int carrier = rule == PduLength.ANSWER ? SolarmanFrame.ANSWER : SolarmanFrame.REQUEST;
        for (int i = 0; i < begins; i++) {
            if (buffer[begun[i] + SolarmanFrame.HEADER - 1] == carrier) {
                begun[open++] = begun[i];
            }
        }
        begins = open;
    }

    private boolean summed(int start) {
        byte sum = (byte) (sums[size - 3] - sums[start]);
        return sum == buffer[size - 2];
    }

    @Override
    int makeRoom() {
        int open = 0;
        for (int i = 0; i < begins; i++) {
            if (endOf(begun[i]) > size) {
                begun[open++] = begun[i];
            }
        }
        begins = open;
        int from = super.makeRoom();
        System.arraycopy(sums, from, sums, 0, size);
        return from;
    }

    /**
     * Length of the RTU frame, 0 if it is none. Some firmware takes the checksum over the checksum
     * too and puts it behind: two zeros. The length tells them from a checksum that is zero.
     */
    private int rtuLength(byte[] rtu) {
        int pdu = rule.of(rtu, 1, rtu.length);
        int length = pdu + 3;
        boolean twice = rtu.length == length + 2 && rtu[length] == 0 && rtu[length + 1] == 0;
        if (pdu <= 0 || rtu.length != length && !twice) {
            return 0;
        }
        int crc = rtu[length - 2] & 0xFF | (rtu[length - 1] & 0xFF) << 8;
        return crc == Crc16.of(rtu, 0, length - 2) ? length : 0;
    }
}

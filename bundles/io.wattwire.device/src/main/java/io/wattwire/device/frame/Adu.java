package io.wattwire.device.frame;

/**
 * A whole frame.
 *
 * @param transaction transaction number of a TCP frame, sequence number of a logger's frame; 0 on
 *     RTU, which has none
 * @param unit unit id, {@link #NO_UNIT} if the frame carries no PDU
 * @param pdu function code and data; empty if the frame carries none
 * @param raw all bytes as on the wire
 */
public record Adu(int transaction, int unit, byte[] pdu, byte[] raw) {

    /** In place of the unit id of a frame that a logger sends for itself. */
    public static final int NO_UNIT = -1;

    /**
     * Gives the function code of a frame that carries a PDU.
     *
     * @return 0 to 255; 128 is added in exception answers
     */
    public int function() {
        return pdu[0] & 0xFF;
    }
}

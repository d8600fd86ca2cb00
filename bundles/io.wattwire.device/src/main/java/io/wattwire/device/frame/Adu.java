package io.wattwire.device.frame;

/**
 * A whole frame.
 *
 * @param transaction transaction number of a TCP frame; 0 on RTU, which has none
 * @param unit unit id
 * @param pdu function code and data
 * @param raw all bytes as on the wire
 */
public record Adu(int transaction, int unit, byte[] pdu, byte[] raw) {

    /**
     * Gives the function code.
     *
     * @return 0 to 255; 128 is added in exception answers
     */
    public int function() {
        return pdu[0] & 0xFF;
    }
}

package io.wattwire.device.frame;

import static io.wattwire.device.frame.GivEnergyFrame.AROUND_ANSWER;
import static io.wattwire.device.frame.GivEnergyFrame.BEFORE_LENGTH;
import static io.wattwire.device.frame.GivEnergyFrame.DONGLE;
import static io.wattwire.device.frame.GivEnergyFrame.ERROR;
import static io.wattwire.device.frame.GivEnergyFrame.FUNCTION;
import static io.wattwire.device.frame.GivEnergyFrame.HEARTBEAT;
import static io.wattwire.device.frame.GivEnergyFrame.HEARTBEAT_LENGTH;
import static io.wattwire.device.frame.GivEnergyFrame.INVERTER;
import static io.wattwire.device.frame.GivEnergyFrame.MARKER;
import static io.wattwire.device.frame.GivEnergyFrame.MOST_REGISTERS;
import static io.wattwire.device.frame.GivEnergyFrame.READ_HOLDING;
import static io.wattwire.device.frame.GivEnergyFrame.READ_INPUT;
import static io.wattwire.device.frame.GivEnergyFrame.READ_PRODUCT;
import static io.wattwire.device.frame.GivEnergyFrame.REQUEST_LENGTH;
import static io.wattwire.device.frame.GivEnergyFrame.SERIAL_LENGTH;
import static io.wattwire.device.frame.GivEnergyFrame.TRANSPARENT;
import static io.wattwire.device.frame.GivEnergyFrame.UNIT;
import static io.wattwire.device.frame.GivEnergyFrame.WRITE;
import static io.wattwire.device.frame.GivEnergyFrame.crc;
import static io.wattwire.device.frame.GivEnergyFrame.word;

import java.nio.charset.StandardCharsets;

/** Makes what clients and GivEnergy dongles send. */
public final class GivEnergyMessage {

    /** Where a request names its first register. */
    public static final int FIRST_REGISTER = FUNCTION + 1;

    private static final int LAST_METER = 8;
    private static final int OF_REQUEST = 0x08;
    private static final int OF_ANSWER = 0x8A;
    private static final int OF_SHORT_ANSWER = 0x12;

    /** Dongles take any serial in a request; this one is customary. */
    private static final String ANY_DONGLE = "AB1234G567";

    private GivEnergyMessage() {}

    /**
     * Wraps a request.
     *
     * @param unit slave address, 0 to 255
     * @param pdu function 3 or 4 with address and count, or 6 with address and value
     * @return the frame
     * @throws IllegalArgumentException if dongles cannot carry it; the message says what they can
     */
    public static byte[] request(int unit, byte[] pdu) {
        int function = pdu[0] & 0xFF;
        boolean reads = function == READ_HOLDING || function == READ_INPUT;
        if (pdu.length != 5 || !reads && function != WRITE) {
            throw new IllegalArgumentException(
                    "function "
                            + function
                            + " cannot pass a GivEnergy dongle; it reads holding and input"
                            + " registers and writes one register at a time");
        }
        int count = word(pdu, 3);
        if (reads && count > MOST_REGISTERS) {
            throw new IllegalArgumentException(
                    count + " registers are too many for a GivEnergy dongle; read at most 60");
        }
        byte[] frame = begin(REQUEST_LENGTH, TRANSPARENT, ANY_DONGLE);
        frame[UNIT - 1] = OF_REQUEST;
        frame[UNIT] = (byte) unit;
        frame[FUNCTION] = (byte) onWire(unit, function);
        System.arraycopy(pdu, 1, frame, FUNCTION + 1, pdu.length - 1);
        return summed(frame);
    }

    /**
     * Wraps an answer as a dongle does.
     *
     * @param request the request as {@link #request} makes it
     * @param dongle serial of the dongle, ten characters
     * @param inverter serial of the inverter, ten characters
     * @param unit slave address that answers
     * @param pdu answer of function 3, 4 or 6; of an exception only the function counts
     * @return the frame
     */
    public static byte[] answer(
            byte[] request, String dongle, String inverter, int unit, byte[] pdu) {
        int function = pdu[0] & 0xFF;
        boolean data = function == READ_HOLDING || function == READ_INPUT;
        int bytes = data ? pdu.length - 2 : 0;
        byte[] frame = begin(AROUND_ANSWER + bytes, TRANSPARENT, dongle);
        frame[UNIT - 1] = (byte) (data ? OF_ANSWER : OF_SHORT_ANSWER);
        frame[UNIT] = (byte) unit;
        frame[FUNCTION] = (byte) (request[FUNCTION] & 0x7F | function & ERROR);
        put(frame, INVERTER, inverter);
        int first = INVERTER + SERIAL_LENGTH;
        System.arraycopy(request, FUNCTION + 1, frame, first, 4);
        System.arraycopy(pdu, 2, frame, first + 4, bytes);
        return summed(frame);
    }

    /**
     * Makes what a dongle sends to see whether a client is still there.
     *
     * @param dongle serial of the dongle, ten characters
     * @param type kind of dongle, 0 to 255
     * @return the frame
     */
    public static byte[] heartbeat(String dongle, int type) {
        byte[] frame = begin(HEARTBEAT_LENGTH, HEARTBEAT, dongle);
        frame[HEARTBEAT_LENGTH - 1] = (byte) type;
        return frame;
    }

    /**
     * Makes the answer without anything in it that dongles send for slaves that are not there.
     *
     * @param dongle serial of the dongle, ten characters
     * @param unit slave address
     * @return the frame
     */
    public static byte[] nothing(String dongle, int unit) {
        byte[] frame = begin(AROUND_ANSWER + 2 * MOST_REGISTERS, TRANSPARENT, dongle);
        frame[UNIT - 1] = (byte) OF_ANSWER;
        frame[UNIT] = (byte) unit;
        return frame;
    }

    /**
     * Makes what a dongle tells of its network.
     *
     * @param dongle serial of the dongle, ten characters
     * @param text address, mask and gateway with a comma before each
     * @return the frame
     */
    public static byte[] network(String dongle, String text) {
        byte[] told = (text + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] frame = begin(UNIT - 1 + told.length + 2, TRANSPARENT, dongle);
        System.arraycopy(told, 0, frame, UNIT - 1, told.length);
        return frame;
    }

    /**
     * Takes the serials out of a frame, and puts its checksum right.
     *
     * @param frame a frame whose values may have been changed, or other bytes
     * @return the same with 0 for each digit of the serials; other bytes as they are
     */
    public static byte[] withoutSerials(byte[] frame) {
        byte[] masked = frame.clone();
        if (frame.length < HEARTBEAT_LENGTH || !GivEnergyFrame.begins(frame, 0)) {
            return masked;
        }
        zeroDigits(masked, DONGLE);
        if (frame.length == REQUEST_LENGTH || GivEnergyFrame.pdu(frame).length == 0) {
            return masked; // a request has the dongle's serial only, outside of what is summed
        }
        zeroDigits(masked, INVERTER);
        return summed(masked);
    }

    private static void zeroDigits(byte[] frame, int from) {
        for (int i = from; i < from + SERIAL_LENGTH; i++) {
            frame[i] = frame[i] >= '0' && frame[i] <= '9' ? (byte) '0' : frame[i];
        }
    }

    /** What the meters tell of themselves is read by a function of its own. */
    private static int onWire(int unit, int function) {
        boolean meter = unit > 0 && unit <= LAST_METER;
        return meter && function == READ_HOLDING ? READ_PRODUCT : function;
    }

    private static byte[] begin(int length, int function, String dongle) {
        byte[] frame = new byte[length];
        frame[0] = (byte) (MARKER >> 24);
        frame[1] = (byte) (MARKER >> 16);
        frame[3] = (byte) MARKER;
        frame[4] = (byte) (length - BEFORE_LENGTH >> 8);
        frame[5] = (byte) (length - BEFORE_LENGTH);
        frame[6] = 1;
        frame[7] = (byte) function;
        put(frame, DONGLE, dongle);
        return frame;
    }

    private static byte[] summed(byte[] frame) {
        int crc = crc(frame, UNIT);
        frame[frame.length - 2] = (byte) crc;
        frame[frame.length - 1] = (byte) (crc >> 8);
        return frame;
    }

    private static void put(byte[] frame, int at, String serial) {
        byte[] text = serial.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(text, 0, frame, at, SERIAL_LENGTH);
    }
}

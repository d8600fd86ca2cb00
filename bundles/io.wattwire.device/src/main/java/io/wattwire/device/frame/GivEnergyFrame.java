package io.wattwire.device.frame;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The envelope of GivEnergy dongles. It begins like Modbus TCP with a protocol number of its own
 * and a serial of the dongle; inside is slave address, function and data with a checksum as RTU has
 * it, in answers with the inverter's serial between and in that checksum. Sources:
 * givenergy-modbus, givenergy-local, givenergy-modbus-async.
 */
public final class GivEnergyFrame {

    /** Most registers in a read. */
    public static final int MOST_REGISTERS = 60;

    /** Characters of a serial. */
    public static final int SERIAL_LENGTH = 10;

    /** Bytes of an answer around its registers; a written or refused register has as many. */
    public static final int AROUND_ANSWER = 44;

    /** Bytes of a request. */
    public static final int REQUEST_LENGTH = 34;

    /** Bytes of a heartbeat. */
    public static final int HEARTBEAT_LENGTH = 19;

    /** Longest frame: longer ones are taken for noise, as others do. */
    public static final int MAX_FRAME = 306;

    static final int HEARTBEAT = 1;
    static final int TRANSPARENT = 2;

    /** Marker, length, unit and function: enough to tell where a frame would end. */
    static final int HEADER = 8;

    /** What is not counted by the length. */
    static final int BEFORE_LENGTH = 6;

    static final int PADDING = 18;
    static final int UNIT = 26;
    static final int FUNCTION = 27;

    static final int DONGLE = 8;
    static final int INVERTER = 28;
    static final int READ_HOLDING = 3;
    static final int READ_INPUT = 4;
    static final int WRITE = 6;
    static final int READ_PRODUCT = 22;
    static final int ERROR = 0x80;
    static final int MARKER = 0x5959_0001;

    private GivEnergyFrame() {}

    /**
     * Tells the dongle's serial.
     *
     * @param frame a whole frame
     * @return ten characters, whatever they are
     */
    public static String dongle(byte[] frame) {
        return text(frame, DONGLE);
    }

    /**
     * Tells the inverter's serial.
     *
     * @param frame an answer
     * @return ten characters, whatever they are; empty if the frame is too short for it
     */
    public static String inverter(byte[] frame) {
        return frame.length < AROUND_ANSWER ? "" : text(frame, INVERTER);
    }

    /**
     * Tells what follows the first register in an answer.
     *
     * @param frame an answer
     * @return count or value, 0 to 65535
     */
    public static int second(byte[] frame) {
        return word(frame, INVERTER + SERIAL_LENGTH + 2);
    }

    /**
     * Makes what a dongle wants to hear.
     *
     * @param frame a whole frame from a dongle
     * @return the reply to a heartbeat, which is the same again; empty for other frames
     */
    public static byte[] reply(byte[] frame) {
        return isHeartbeat(frame) ? frame.clone() : new byte[0];
    }

    /**
     * Tells whether the frame is a heartbeat.
     *
     * @param frame a whole frame
     * @return true if it is one
     */
    public static boolean isHeartbeat(byte[] frame) {
        return frame.length == HEARTBEAT_LENGTH && frame[HEADER - 1] == HEARTBEAT;
    }

    /** Tells whether the frame is an answer with nothing in it. */
    static boolean isNothing(byte[] frame) {
        if (frame.length < AROUND_ANSWER || frame[FUNCTION] != 0) {
            return false;
        }
        for (int i = INVERTER + SERIAL_LENGTH; i < frame.length - 2; i++) {
            if (frame[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /** Tells whether the frame is what a dongle tells of its network. */
    static boolean isNetwork(byte[] frame) {
        if (frame.length < UNIT || frame[UNIT - 1] != ',') {
            return false;
        }
        for (int i = PADDING; i < UNIT - 1; i++) {
            if (frame[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * Takes the PDU out of a frame.
     *
     * @param frame the bytes
     * @return function code and data as Modbus has them, of an error the function code alone; empty
     *     if the bytes are no whole frame with a PDU
     */
    public static byte[] pdu(byte[] frame) {
        if (frame.length < REQUEST_LENGTH
                || !begins(frame, 0)
                || word(frame, 4) + BEFORE_LENGTH != frame.length
                || frame[HEADER - 1] != TRANSPARENT) {
            return new byte[0];
        }
        int wire = frame[FUNCTION] & 0xFF;
        boolean product = wire % ERROR == READ_PRODUCT;
        int function = product ? READ_HOLDING | wire & ERROR : wire;
        return frame.length == REQUEST_LENGTH
                ? pduOfRequest(frame, function)
                : pduOfAnswer(frame, function);
    }

    private static byte[] pduOfRequest(byte[] frame, int function) {
        if (function != READ_HOLDING && function != READ_INPUT && function != WRITE) {
            return new byte[0];
        }
        byte[] pdu = Arrays.copyOfRange(frame, FUNCTION, FUNCTION + 5);
        pdu[0] = (byte) function;
        return pdu;
    }

    private static byte[] pduOfAnswer(byte[] frame, int function) {
        int data = frame.length - AROUND_ANSWER;
        switch (function) {
            case READ_HOLDING, READ_INPUT:
                return data > 0 ? pduOfRead(frame, function, data) : new byte[0];
            case WRITE:
                return data == 0 ? pduOfWrite(frame) : new byte[0];
            case READ_HOLDING | ERROR, READ_INPUT | ERROR, WRITE | ERROR:
                return data == 0 ? new byte[] {(byte) function} : new byte[0];
            default:
                return new byte[0];
        }
    }

    private static byte[] pduOfRead(byte[] frame, int function, int data) {
        int count = second(frame);
        if (count > MOST_REGISTERS || data != 2 * count) {
            return new byte[0];
        }
        byte[] pdu = new byte[2 + data];
        pdu[0] = (byte) function;
        pdu[1] = (byte) data;
        System.arraycopy(frame, AROUND_ANSWER - 2, pdu, 2, data);
        return pdu;
    }

    private static byte[] pduOfWrite(byte[] frame) {
        int first = INVERTER + SERIAL_LENGTH;
        byte[] written = Arrays.copyOfRange(frame, first - 1, first + 4);
        written[0] = WRITE;
        return written;
    }

    /** Tells the first register of a frame with a PDU. */
    static int first(byte[] frame) {
        int before = frame.length == REQUEST_LENGTH ? 0 : SERIAL_LENGTH;
        return word(frame, FUNCTION + 1 + before);
    }

    /** Tells whether the marker of a frame is there. */
    static boolean begins(byte[] bytes, int at) {
        return bytes[at] == (byte) (MARKER >> 24)
                && bytes[at + 1] == (byte) (MARKER >> 16)
                && bytes[at + 2] == (byte) (MARKER >> 8)
                && bytes[at + 3] == (byte) MARKER;
    }

    /** Tells whether the checksum of a frame with a PDU holds. */
    static boolean checked(byte[] frame) {
        return sum(frame) == crc(frame, UNIT);
    }

    /**
     * Tells whether the checksum of a request holds as clients of 2022 made it: without the slave
     * address, high byte first. Inverters answered them.
     */
    static boolean checkedOldWay(byte[] frame) {
        int crc = crc(frame, FUNCTION);
        return sum(frame) == (crc >> 8 | crc << 8 & 0xFF00);
    }

    static int crc(byte[] frame, int from) {
        return Crc16.of(frame, from, frame.length - 2 - from);
    }

    private static int sum(byte[] frame) {
        return frame[frame.length - 2] & 0xFF | (frame[frame.length - 1] & 0xFF) << 8;
    }

    private static String text(byte[] frame, int at) {
        return new String(frame, at, SERIAL_LENGTH, StandardCharsets.ISO_8859_1);
    }

    static int word(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
    }
}

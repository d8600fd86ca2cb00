package io.wattwire.device.frame;

import java.util.Arrays;

/**
 * Frames of the serial protocol of CMS-2000, Orion and SunEzy inverters: {@code AA AA}, source and
 * destination of two bytes, two bytes of command, length, up to 255 bytes of payload, sum of all
 * bytes before it. Facts: the captures of ArduinoCMS2000DataLogger and the code of pv.
 */
public final class CmsFrame {

    /** Address of the one who asks. */
    public static final int HOST = 0x0100;

    /** Address of all inverters, and of those that have none yet. */
    public static final int NOBODY = 0;

    /** Asks unregistered inverters for their serial number. */
    public static final int DISCOVER = 0x0000;

    /** Gives the inverter with a serial number an address. */
    public static final int REGISTER = 0x0001;

    /** Makes all inverters forget their addresses. */
    public static final int RESET = 0x0004;

    /** Asks for the codes of the values in a status. */
    public static final int STATUS_LAYOUT = 0x0100;

    /** Asks for the codes of the values among the parameters. */
    public static final int PARAMETER_LAYOUT = 0x0101;

    /** Asks for what is measured now. */
    public static final int STATUS = 0x0102;

    /** Asks for model, maker, firmware, serial number and ratings. */
    public static final int VERSION = 0x0103;

    /** Asks for the settings of the grid protection. */
    public static final int PARAMETERS = 0x0104;

    /** Added to a command in its answer. */
    public static final int ANSWER = 0x80;

    /** Payload of an answer that says yes. */
    public static final byte ACKNOWLEDGED = 6;

    /** Bytes before the payload. */
    public static final int HEADER = 9;

    /** Length of a frame without payload. */
    public static final int LEAST = 11;

    /** Length of a frame with the longest payload. */
    public static final int MAX_FRAME = 266;

    /** Most characters of a serial number; ten have been seen. */
    public static final int LONGEST_SERIAL = 16;

    /** Characters of a version record. */
    public static final int VERSION_RECORD = 64;

    /** Most values that fit into an answer. */
    public static final int MOST_CODES = 127;

    static final int SYNC = 0xAA;
    private static final int LAST_CONTROL = 3;
    private static final int LAST_INVERTER = 0xFF;

    private CmsFrame() {}

    /**
     * Makes a frame.
     *
     * @param source who sends, 0 to 65535
     * @param destination for whom, 0 to 65535
     * @param command control code in the high byte, function in the low one
     * @param payload up to 255 bytes
     * @return the frame
     */
    public static byte[] of(int source, int destination, int command, byte... payload) {
        byte[] frame = new byte[LEAST + payload.length];
        frame[0] = (byte) SYNC;
        frame[1] = (byte) SYNC;
        put(frame, 2, source);
        put(frame, 4, destination);
        put(frame, 6, command);
        frame[8] = (byte) payload.length;
        System.arraycopy(payload, 0, frame, HEADER, payload.length);
        int sum = 0;
        for (int i = 0; i < frame.length - 2; i++) {
            sum += frame[i] & 0xFF;
        }
        put(frame, frame.length - 2, sum);
        return frame;
    }

    /**
     * Tells who sent a frame.
     *
     * @param frame a whole frame
     * @return address, 0 to 65535
     */
    public static int source(byte[] frame) {
        return word(frame, 2);
    }

    /**
     * Tells for whom a frame is.
     *
     * @param frame a whole frame
     * @return address, 0 to 65535
     */
    public static int destination(byte[] frame) {
        return word(frame, 4);
    }

    /**
     * Tells what a frame is about.
     *
     * @param frame a whole frame
     * @return control code and function, 0 to 65535; bit 7 is set in answers
     */
    public static int command(byte[] frame) {
        return word(frame, 6);
    }

    /**
     * Gives what a frame carries.
     *
     * @param frame a whole frame
     * @return a copy
     */
    public static byte[] payload(byte[] frame) {
        return Arrays.copyOfRange(frame, HEADER, frame.length - 2);
    }

    /**
     * Reads two bytes.
     *
     * @param bytes the bytes
     * @param at index of the high one
     * @return 0 to 65535
     */
    public static int word(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
    }

    /**
     * Whether a header can be one: a control code that exists, an answer from an inverter to the
     * host or a request from the host to an inverter, of a length that its command can have.
     */
    static boolean plausible(byte[] buffer, int start, boolean answers) {
        if ((buffer[start] & 0xFF) != SYNC || (buffer[start + 1] & 0xFF) != SYNC) {
            return false;
        }
        int inverter = word(buffer, start + (answers ? 2 : 4));
        int host = word(buffer, start + (answers ? 4 : 2));
        boolean answer = (buffer[start + 7] & ANSWER) != 0;
        return host == HOST
                && inverter <= LAST_INVERTER
                && (buffer[start + 6] & 0xFF) <= LAST_CONTROL
                && answer == answers
                && fits(word(buffer, start + 6) & ~ANSWER, answers, buffer[start + 8] & 0xFF);
    }

    /** Only what is asked for is answered, in the length that it has. */
    private static boolean fits(int command, boolean answers, int length) {
        if (!answers) {
            return true;
        }
        switch (command) {
            case DISCOVER:
                return length > 0 && length <= LONGEST_SERIAL;
            case REGISTER:
                return length == 1;
            case STATUS_LAYOUT, PARAMETER_LAYOUT:
                return length > 0 && length <= MOST_CODES;
            case STATUS, PARAMETERS:
                return length > 0 && length % 2 == 0;
            case VERSION:
                return length == VERSION_RECORD;
            default:
                return false;
        }
    }

    private static void put(byte[] bytes, int at, int word) {
        bytes[at] = (byte) (word >> 8);
        bytes[at + 1] = (byte) word;
    }
}

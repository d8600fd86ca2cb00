package io.wattwire.device.frame;

import java.util.Arrays;

/**
 * The envelope that Solarman logger sticks put around RTU frames, version 5: start, length, control
 * code, sequence numbers and serial of the logger before, sum and end after the payload. All its
 * numbers have their low byte first. Sources: the protocol page and code of pysolarmanv5, and
 * ha-solarman.
 */
public final class SolarmanFrame {

    /** Longest frame that is looked for; a request or answer has 286 bytes at most. */
    public static final int MAX_FRAME = 1024;

    /** Bytes around the RTU frame of a request. */
    public static final int AROUND_REQUEST = 28;

    /** Bytes around the RTU frame of an answer. */
    public static final int AROUND_ANSWER = 27;

    /** A client asks the inverter. */
    public static final int REQUEST = 0x45;

    /** The logger brings what the inverter answered. */
    public static final int ANSWER = 0x15;

    /** The logger opens a session. */
    public static final int HANDSHAKE = 0x41;

    /** The logger pushes what its cloud gets. */
    public static final int DATA = 0x42;

    /** The logger tells of itself. */
    public static final int INFO = 0x43;

    /** The logger is alive. */
    public static final int HEARTBEAT = 0x47;

    /** The logger reports. */
    public static final int REPORT = 0x48;

    static final int START = 0xA5;
    static final int END = 0x15;
    static final int SUFFIX = 0x10;

    /** Start, length, suffix and control code: enough to tell where a frame would end. */
    static final int HEADER = 5;

    /** What is not counted by the length. */
    static final int AROUND_PAYLOAD = 13;

    static final int PAYLOAD = 11;

    /** Bytes of the payload before the RTU frame: kind, sensor and three times. */
    static final int BEFORE_REQUEST = 15;

    /** Bytes of the payload before the RTU frame: kind, status and three times. */
    static final int BEFORE_ANSWER = 14;

    static final int INVERTER = 2;

    /** What is shorter is an error code of the logger in the place of an RTU frame. */
    static final int LEAST_RTU = 5;

    private static final int SEQUENCE = 5;
    private static final int SERIAL = 7;

    /** A reply has the control code of what it replies to, less this. */
    static final int REPLY_IS_LESS_BY = 0x30;

    private SolarmanFrame() {}

    /**
     * Wraps a request.
     *
     * @param sequence the client's sequence number, its low 8 bits count
     * @param serial serial of the logger, 0 to 2^32 - 1
     * @param unit unit id
     * @param pdu function code and data
     * @return the frame
     */
    public static byte[] request(int sequence, long serial, int unit, byte[] pdu) {
        byte[] rtu = RtuFramer.frame(unit, pdu);
        byte[] payload = new byte[BEFORE_REQUEST + rtu.length];
        payload[0] = INVERTER;
        System.arraycopy(rtu, 0, payload, BEFORE_REQUEST, rtu.length);
        return wrap(REQUEST, sequence, 0, serial, payload);
    }

    /**
     * Wraps an answer as a logger does.
     *
     * @param sequence the client's sequence number from the request
     * @param counter the logger's own, its low 8 bits count
     * @param serial serial of the logger
     * @param uptimeSeconds how long the logger has been on
     * @param rtu an RTU frame with its checksum, or an error code and 0
     * @return the frame
     */
    public static byte[] answer(
            int sequence, int counter, long serial, long uptimeSeconds, byte[] rtu) {
        byte[] payload = new byte[BEFORE_ANSWER + rtu.length];
        payload[0] = INVERTER;
        payload[1] = 1;
        put(payload, 2, uptimeSeconds);
        put(payload, 6, uptimeSeconds);
        System.arraycopy(rtu, 0, payload, BEFORE_ANSWER, rtu.length);
        return wrap(ANSWER, sequence, counter, serial, payload);
    }

    /**
     * Makes any frame.
     *
     * @param code control code
     * @param sequence first sequence byte
     * @param counter second sequence byte
     * @param serial serial of the logger
     * @param payload the payload
     * @return the frame
     */
    public static byte[] wrap(int code, int sequence, int counter, long serial, byte[] payload) {
        byte[] frame = new byte[payload.length + AROUND_PAYLOAD];
        frame[0] = (byte) START;
        frame[1] = (byte) payload.length;
        frame[2] = (byte) (payload.length >> 8);
        frame[3] = SUFFIX;
        frame[4] = (byte) code;
        frame[SEQUENCE] = (byte) sequence;
        frame[SEQUENCE + 1] = (byte) counter;
        put(frame, SERIAL, serial);
        System.arraycopy(payload, 0, frame, PAYLOAD, payload.length);
        int sum = 0;
        for (int i = 1; i < frame.length - 2; i++) {
            sum += frame[i];
        }
        frame[frame.length - 2] = (byte) sum;
        frame[frame.length - 1] = END;
        return frame;
    }

    /**
     * Makes what a logger wants to hear when it says something by itself: the time.
     *
     * @param frame a whole frame from a logger
     * @param unixSeconds the time now
     * @return the reply; empty if the frame is none that wants one
     */
    public static byte[] timeReply(byte[] frame, long unixSeconds) {
        if (!spokenByItself(code(frame))) {
            return new byte[0];
        }
        byte[] payload = new byte[10];
        payload[1] = 1;
        put(payload, 2, unixSeconds);
        return wrap(
                code(frame) - REPLY_IS_LESS_BY,
                sequence(frame) + 1,
                frame[SEQUENCE + 1],
                serial(frame),
                payload);
    }

    /**
     * Tells whether the bytes are just one frame.
     *
     * @param bytes any bytes
     * @return true if begin, length and end are those of a frame
     */
    public static boolean isWhole(byte[] bytes) {
        return bytes.length > AROUND_PAYLOAD
                && (bytes[0] & 0xFF) == START
                && bytes[bytes.length - 1] == END
                && (bytes[1] & 0xFF | (bytes[2] & 0xFF) << 8) + AROUND_PAYLOAD == bytes.length;
    }

    /**
     * Tells the control code.
     *
     * @param frame a whole frame
     * @return 0 to 255
     */
    public static int code(byte[] frame) {
        return frame[4] & 0xFF;
    }

    /**
     * Tells the client's sequence number.
     *
     * @param frame a whole frame
     * @return 0 to 255
     */
    public static int sequence(byte[] frame) {
        return frame[SEQUENCE] & 0xFF;
    }

    /**
     * Tells whose frame it is. A logger answers with its own serial, whatever the request had.
     *
     * @param frame a whole frame
     * @return serial of the logger, 0 to 2^32 - 1
     */
    public static long serial(byte[] frame) {
        long serial = 0;
        for (int i = 3; i >= 0; i--) {
            serial = serial << 8 | frame[SERIAL + i] & 0xFF;
        }
        return serial;
    }

    /**
     * Tells what the logger says in place of the inverter's answer.
     *
     * @param frame a whole frame
     * @return the error code, 0 to 255; -1 if the frame is something else
     */
    public static int error(byte[] frame) {
        boolean tooShort = frame.length < AROUND_ANSWER + LEAST_RTU;
        return code(frame) == ANSWER && frame[PAYLOAD] == INVERTER && tooShort
                ? frame[PAYLOAD + BEFORE_ANSWER] & 0xFF
                : -1;
    }

    /**
     * Tells where the unit id and the PDU are.
     *
     * @param frame a whole frame
     * @return the RTU frame with its checksum and whatever the logger put behind it; empty if the
     *     frame is neither request nor answer
     */
    public static byte[] rtu(byte[] frame) {
        int before = code(frame) == REQUEST ? BEFORE_REQUEST : BEFORE_ANSWER;
        boolean carries = code(frame) == REQUEST || code(frame) == ANSWER;
        int from = PAYLOAD + before;
        return carries && frame[PAYLOAD] == INVERTER && frame.length - 2 > from
                ? Arrays.copyOfRange(frame, from, frame.length - 2)
                : new byte[0];
    }

    /** Tells whether loggers send such frames without being asked. */
    static boolean spokenByItself(int code) {
        switch (code) {
            case HANDSHAKE, DATA, INFO, HEARTBEAT, REPORT:
                return true;
            default:
                return false;
        }
    }

    private static void put(byte[] bytes, int at, long value) {
        for (int i = 0; i < 4; i++) {
            bytes[at + i] = (byte) (value >> 8 * i);
        }
    }
}

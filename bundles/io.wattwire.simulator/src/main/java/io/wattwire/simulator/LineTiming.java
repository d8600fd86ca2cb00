package io.wattwire.simulator;

import java.time.Duration;

/**
 * How long a device and its wire take for an exchange. TCP and pseudo terminals carry bytes in no
 * time, so what a real line would take is waited before the answer.
 *
 * @param baud speed of the line, Bd, 0 when the wire takes no time
 * @param bitsPerChar 10 for 8N1, 11 for 8E1, 8O1 and 8N2
 * @param turnaround from the end of the request to the start of the answer
 */
public record LineTiming(int baud, int bitsPerChar, Duration turnaround) {

    /** A Growatt at 9600 Bd took this long in the log of ieb/dbus-modbus-client. */
    public static final Duration RTU_TURNAROUND = Duration.ofMillis(16);

    /** Unit id before a PDU and CRC after it. */
    private static final int RTU_ENVELOPE = 3;

    private static final int READ_WORDS_FIRST = 3;
    private static final int READ_WORDS_LAST = 4;
    private static final int WRITE_ECHO = 5;
    private static final int BITS_PER_WORD = 16;

    /** Modbus over Serial Line 2.5.1.1: silences count characters of 11 bits, up to this speed. */
    private static final int SILENCE_BY_CHARACTERS_BAUD = 19_200;

    private static final double SILENCE_BITS = 3.5 * 11;
    private static final double FAST_SILENCE_S = 0.001_75;

    /**
     * Checks the values.
     *
     * @param baud speed of the line
     * @param bitsPerChar 10 or 11
     * @param turnaround from the end of the request to the start of the answer
     * @throws IllegalArgumentException when one is out of its range
     */
    public LineTiming {
        if (baud < 0 || bitsPerChar < 10 || bitsPerChar > 11 || turnaround.isNegative()) {
            throw new IllegalArgumentException(
                    "a line needs a speed of 0 Bd or more, 10 or 11 bits per character and a"
                            + " turnaround that is not negative");
        }
    }

    /**
     * A device on a network that answers at once.
     *
     * @return the timing
     */
    public static LineTiming none() {
        return new LineTiming(0, 10, Duration.ZERO);
    }

    /**
     * A device with the usual turnaround on a wire that takes no time of its own.
     *
     * @return the timing
     */
    public static LineTiming turnaroundOnly() {
        return new LineTiming(0, 10, RTU_TURNAROUND);
    }

    /**
     * A device with the usual turnaround on an 8N1 line.
     *
     * @param baud speed of the line, Bd
     * @return the timing
     */
    public static LineTiming wire(int baud) {
        return new LineTiming(baud, 10, RTU_TURNAROUND);
    }

    /**
     * Time of an exchange: request, silence, turnaround, answer and silence.
     *
     * @param requestPdu the request
     * @return how long it takes
     */
    public Duration exchange(byte[] requestPdu) {
        if (baud == 0) {
            return turnaround;
        }
        int characters = requestPdu.length + answerLength(requestPdu) + 2 * RTU_ENVELOPE;
        double bytesS = (double) characters * bitsPerChar / baud;
        double silenceS = baud > SILENCE_BY_CHARACTERS_BAUD ? FAST_SILENCE_S : SILENCE_BITS / baud;
        return turnaround.plusNanos(Math.round((bytesS + 2 * silenceS) * 1e9));
    }

    /** Bytes of the PDU that answers a request. */
    private static int answerLength(byte[] request) {
        if (request.length < WRITE_ECHO || request[0] > READ_WORDS_LAST) {
            return WRITE_ECHO;
        }
        int count = (request[3] & 0xFF) << 8 | request[4] & 0xFF;
        boolean words = request[0] >= READ_WORDS_FIRST;
        int bits = words ? count * BITS_PER_WORD : count;
        return 2 + (bits + 7) / 8;
    }
}

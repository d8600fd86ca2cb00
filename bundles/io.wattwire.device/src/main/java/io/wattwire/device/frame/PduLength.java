package io.wattwire.device.frame;

/**
 * How long a PDU is, told from its first bytes. RTU frames carry no length, and on USB adapters and
 * through TCP the silence between frames cannot be seen, so this is how a frame's end is found.
 */
public enum PduLength {
    /** What clients send. */
    REQUEST {
        @Override
        int of(byte[] bytes, int from, int to) {
            switch (bytes[from] & 0xFF) {
                case 1, 2, 3, 4, 5, 6:
                    return 5;
                case 15, 16:
                    return counted(bytes, from, to, 5);
                case 7, 11, 12, 17:
                    return 1;
                case 8:
                    return 5;
                case 20, 21:
                    return counted(bytes, from, to, 1);
                case 24:
                    return 3;
                case 22:
                    return 7;
                case 23:
                    return counted(bytes, from, to, 9);
                case 43:
                    return 4;
                default:
                    return IMPOSSIBLE;
            }
        }
    },

    /** What devices send back. */
    ANSWER {
        @Override
        int of(byte[] bytes, int from, int to) {
            int function = bytes[from] & 0xFF;
            switch (function & 0x7F) {
                case 1, 2, 3, 4, 17, 23:
                    return function > EXCEPTION ? 2 : counted(bytes, from, to, 1);
                case 5, 6, 15, 16:
                    return function > EXCEPTION ? 2 : 5;
                case 22:
                    return function > EXCEPTION ? 2 : 7;
                case 43:
                    return function > EXCEPTION ? 2 : identification(bytes, from, to);
                default:
                    return IMPOSSIBLE;
            }
        }
    };

    /** The bytes are not the begin of a PDU. */
    static final int IMPOSSIBLE = -1;

    /** More bytes are needed to tell. */
    static final int UNKNOWN = 0;

    private static final int EXCEPTION = 0x80;
    private static final int READ_DEVICE_IDENTIFICATION = 14;

    /**
     * Tells a PDU's length.
     *
     * @param bytes where it is
     * @param from index of its function code
     * @param to end of the bytes that are there, greater than {@code from}
     * @return length in bytes, {@link #UNKNOWN} or {@link #IMPOSSIBLE}
     */
    abstract int of(byte[] bytes, int from, int to);

    /**
     * Tells whether the end of this function's frames can be found on RTU.
     *
     * @param pdu a request
     * @return true if the function is known
     */
    public static boolean known(byte[] pdu) {
        return REQUEST.of(pdu, 0, pdu.length) != IMPOSSIBLE;
    }

    /**
     * Tells whether the bytes are just one whole request.
     *
     * @param pdu a request
     * @return true if its function is known and nothing is missing or left over
     */
    public static boolean complete(byte[] pdu) {
        return REQUEST.of(pdu, 0, pdu.length) == pdu.length;
    }

    private static int counted(byte[] bytes, int from, int to, int at) {
        if (from + at >= to) {
            return UNKNOWN;
        }
        int count = bytes[from + at] & 0xFF;
        return count == 0 ? IMPOSSIBLE : at + 1 + count;
    }

    /**
     * Function 43: six bytes of head, the last one counts objects of id, length and that many
     * bytes.
     */
    private static int identification(byte[] bytes, int from, int to) {
        if (from + 1 < to && bytes[from + 1] != READ_DEVICE_IDENTIFICATION) {
            return IMPOSSIBLE;
        }
        int head = from + 7;
        if (head > to) {
            return UNKNOWN;
        }
        int at = head;
        for (int objects = bytes[head - 1] & 0xFF; objects > 0; objects--) {
            if (at + 2 > to) {
                return UNKNOWN;
            }
            at += 2 + (bytes[at + 1] & 0xFF);
        }
        return at - from;
    }
}

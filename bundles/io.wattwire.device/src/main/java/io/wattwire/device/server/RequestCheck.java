package io.wattwire.device.server;

import io.wattwire.device.frame.PduLength;

/**
 * Refuses requests whose counts, lengths and addresses do not fit, before anything is allocated for
 * them.
 */
final class RequestCheck {

    private static final int MAX_READ_BITS = 2000;
    private static final int MAX_READ_WORDS = 125;
    private static final int MAX_WRITE_BITS = 1968;
    private static final int MAX_WRITE_WORDS = 123;
    private static final int COIL_ON = 0xFF00;
    private static final int ADDRESSES = 0x1_0000;

    private RequestCheck() {}

    static void check(byte[] pdu) throws ModbusFault {
        int function = pdu[0] & 0xFF;
        if (function < 1 || function > 6 && function < 15 || function > 17) {
            throw new ModbusFault(
                    ModbusFault.ILLEGAL_FUNCTION, "function " + function + " is not offered");
        }
        require(
                PduLength.complete(pdu),
                "a PDU of " + pdu.length + " bytes is not one of function " + function);
        if (function == 17) {
            return;
        }
        int second = word(pdu, 3);
        switch (function) {
            case 1, 2:
                block(pdu, second, MAX_READ_BITS);
                break;
            case 3, 4:
                block(pdu, second, MAX_READ_WORDS);
                break;
            case 5:
                require(
                        second == 0 || second == COIL_ON,
                        "a coil is switched with 0x0000 or 0xFF00");
                break;
            case 15:
                block(pdu, second, MAX_WRITE_BITS);
                require(
                        (pdu[5] & 0xFF) == (second + 7) / 8,
                        "byte count does not fit the number of coils");
                break;
            case 16:
                block(pdu, second, MAX_WRITE_WORDS);
                require(
                        (pdu[5] & 0xFF) == 2 * second,
                        "byte count does not fit the number of registers");
                break;
            default:
                break; // one register with any value
        }
    }

    private static void block(byte[] pdu, int count, int most) throws ModbusFault {
        require(count >= 1 && count <= most, "count " + count + " is outside 1.." + most);
        if (word(pdu, 1) + count > ADDRESSES) {
            throw new ModbusFault(
                    ModbusFault.ILLEGAL_ADDRESS, "the block ends beyond address 65535");
        }
    }

    private static void require(boolean holds, String otherwise) throws ModbusFault {
        if (!holds) {
            throw new ModbusFault(ModbusFault.ILLEGAL_VALUE, otherwise);
        }
    }

    private static int word(byte[] pdu, int at) {
        return (pdu[at] & 0xFF) << 8 | pdu[at + 1] & 0xFF;
    }
}

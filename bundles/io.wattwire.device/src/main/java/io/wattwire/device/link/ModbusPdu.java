package io.wattwire.device.link;

import io.wattwire.device.model.RegisterKind;
import java.nio.ByteBuffer;

/**
 * Builds request PDUs and reads answer PDUs. Layouts are those of the Modbus application protocol
 * 1.1b3; addresses count from 0 as on the wire, words are unsigned.
 */
public final class ModbusPdu {

    /** Most words in one read. */
    public static final int MAX_READ_WORDS = 125;

    /** Most bits in one read. */
    public static final int MAX_READ_BITS = 2000;

    /** Most words in one write. */
    public static final int MAX_WRITE_WORDS = 123;

    private static final int WRITE_COIL = 5;
    private static final int WRITE_SINGLE = 6;
    private static final int WRITE_MULTIPLE = 16;
    private static final int COIL_ON = 0xFF00;

    private ModbusPdu() {}

    /**
     * Asks for words or bits.
     *
     * @param kind table to read from
     * @param address first address, 0 to 65535
     * @param count words (1 to 125) or bits (1 to 2000)
     * @return the request, function 1 to 4
     * @throws IllegalArgumentException if address or count is out of range or the block ends beyond
     *     65535
     */
    public static byte[] readRequest(RegisterKind kind, int address, int count) {
        checkBlock(address, count, kind.bits() ? MAX_READ_BITS : MAX_READ_WORDS);
        return fiveBytes(kind.readFunction(), address, count);
    }

    /**
     * Reads the answer to {@link #readRequest}.
     *
     * @param kind table that was read
     * @param count words or bits that were asked for
     * @param pdu the answer
     * @return {@code count} words (0 to 65535) or bits (0 or 1)
     * @throws IllegalArgumentException if the PDU is not an answer to that request
     */
    public static int[] parseRead(RegisterKind kind, int count, byte[] pdu) {
        int bytes = kind.bits() ? (count + 7) / 8 : 2 * count;
        if (pdu.length != 2 + bytes
                || (pdu[0] & 0xFF) != kind.readFunction()
                || (pdu[1] & 0xFF) != bytes) {
            throw new IllegalArgumentException(
                    "answer of "
                            + pdu.length
                            + " bytes is not one for "
                            + count
                            + " of kind "
                            + kind);
        }
        int[] values = new int[count];
        for (int i = 0; i < count; i++) {
            values[i] =
                    kind.bits()
                            ? pdu[2 + i / 8] >> i % 8 & 1
                            : (pdu[2 + 2 * i] & 0xFF) << 8 | pdu[3 + 2 * i] & 0xFF;
        }
        return values;
    }

    /**
     * Writes one holding register, function 6.
     *
     * @param address 0 to 65535
     * @param word 0 to 65535
     * @return the request; the answer is equal to it
     * @throws IllegalArgumentException if address or word is out of range
     */
    public static byte[] writeSingle(int address, int word) {
        checkBlock(address, 1, 1);
        return fiveBytes(WRITE_SINGLE, address, checkWord(word));
    }

    /**
     * Writes holding registers in one go, function 16.
     *
     * @param address first address, 0 to 65535
     * @param words 1 to 123 words of 0 to 65535
     * @return the request
     * @throws IllegalArgumentException if something is out of range
     */
    public static byte[] writeMultiple(int address, int[] words) {
        checkBlock(address, words.length, MAX_WRITE_WORDS);
        ByteBuffer pdu = ByteBuffer.allocate(6 + 2 * words.length);
        pdu.put((byte) WRITE_MULTIPLE).putShort((short) address).putShort((short) words.length);
        pdu.put((byte) (2 * words.length));
        for (int word : words) {
            pdu.putShort((short) checkWord(word));
        }
        return pdu.array();
    }

    /**
     * Switches one coil, function 5.
     *
     * @param address 0 to 65535
     * @param on the new state
     * @return the request; the answer is equal to it
     * @throws IllegalArgumentException if the address is out of range
     */
    public static byte[] writeCoil(int address, boolean on) {
        checkBlock(address, 1, 1);
        return fiveBytes(WRITE_COIL, address, on ? COIL_ON : 0);
    }

    private static byte[] fiveBytes(int function, int first, int second) {
        return ByteBuffer.allocate(5)
                .put((byte) function)
                .putShort((short) first)
                .putShort((short) second)
                .array();
    }

    private static void checkBlock(int address, int count, int most) {
        if (count < 1 || count > most) {
            throw new IllegalArgumentException("count " + count + " is outside 1.." + most);
        }
        if (address < 0 || address + count > 0x1_0000) {
            throw new IllegalArgumentException(
                    "address " + address + " with count " + count + " is outside 0..65535");
        }
    }

    private static int checkWord(int word) {
        if (word < 0 || word > 0xFFFF) {
            throw new IllegalArgumentException("word " + word + " is outside 0..65535");
        }
        return word;
    }
}

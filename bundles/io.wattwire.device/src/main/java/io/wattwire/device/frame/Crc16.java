package io.wattwire.device.frame;

/**
 * The checksum of RTU: reflected polynomial 0xA001, start value 0xFFFF, low byte first on the wire.
 */
final class Crc16 {

    private static final int POLYNOMIAL = 0xA001;
    private static final int START = 0xFFFF;
    private static final int[] TABLE = table();

    private Crc16() {}

    static int of(byte[] bytes, int offset, int length) {
        int crc = START;
        for (int i = offset; i < offset + length; i++) {
            crc = crc >> 8 ^ TABLE[(crc ^ bytes[i]) & 0xFF];
        }
        return crc;
    }

    private static int[] table() {
        int[] table = new int[256];
        for (int i = 0; i < table.length; i++) {
            int crc = i;
            for (int bit = 0; bit < 8; bit++) {
                crc = crc >> 1 ^ ((crc & 1) == 0 ? 0 : POLYNOMIAL);
            }
            table[i] = crc;
        }
        return table;
    }
}

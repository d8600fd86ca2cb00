package io.wattwire.device.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.wattwire.device.model.RegisterKind;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class ModbusPduTest {
    @Test
    void requestsAreLaidOutAsTheProtocolSays() {
        assertEquals("0400480002", hex(ModbusPdu.readRequest(RegisterKind.INPUT, 72, 2)));
        assertEquals("03ffff0001", hex(ModbusPdu.readRequest(RegisterKind.HOLDING, 65_535, 1)));
        assertEquals("01000007d0", hex(ModbusPdu.readRequest(RegisterKind.COIL, 0, 2000)));
        assertEquals("06000300ff", hex(ModbusPdu.writeSingle(3, 255)));
        assertEquals("10007a00020400010370", hex(ModbusPdu.writeMultiple(122, new int[] {1, 880})));
        assertEquals("0500acff00", hex(ModbusPdu.writeCoil(172, true)));
        assertEquals("0500ac0000", hex(ModbusPdu.writeCoil(172, false)));
    }

    /** The examples of the application protocol 1.1b3, sections 6.1 and 6.4. */
    @Test
    void answersAreReadAsTheProtocolSays() {
        assertArrayEquals(
                new int[] {10}, ModbusPdu.parseRead(RegisterKind.INPUT, 1, bytes("0402000a")));
        int[] coils = ModbusPdu.parseRead(RegisterKind.COIL, 19, bytes("0103cd6b05"));
        assertArrayEquals(
                new int[] {1, 0, 1, 1, 0, 0, 1, 1, 1, 1, 0, 1, 0, 1, 1, 0, 1, 0, 1}, coils);
    }

    @Test
    void whatIsOutOfRangeIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> ModbusPdu.readRequest(RegisterKind.INPUT, 0, 0));
        assertThrows(
                IllegalArgumentException.class,
                () -> ModbusPdu.readRequest(RegisterKind.INPUT, 0, 126));
        assertThrows(
                IllegalArgumentException.class,
                () -> ModbusPdu.readRequest(RegisterKind.COIL, 0, 2001));
        assertThrows(
                IllegalArgumentException.class,
                () -> ModbusPdu.readRequest(RegisterKind.INPUT, 65_535, 2));
        assertThrows(
                IllegalArgumentException.class,
                () -> ModbusPdu.readRequest(RegisterKind.INPUT, -1, 1));
        assertThrows(IllegalArgumentException.class, () -> ModbusPdu.writeSingle(0, 65_536));
        assertThrows(IllegalArgumentException.class, () -> ModbusPdu.writeSingle(0, -1));
        assertThrows(
                IllegalArgumentException.class, () -> ModbusPdu.writeMultiple(0, new int[124]));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}

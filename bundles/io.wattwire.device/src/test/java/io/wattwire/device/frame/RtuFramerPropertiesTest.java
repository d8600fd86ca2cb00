package io.wattwire.device.frame;

import static io.wattwire.device.frame.RtuFramerTest.feed;
import static io.wattwire.device.frame.RtuFramerTest.join;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RtuFramerPropertiesTest {
    @Property(tries = 2000)
    void noNoiseIsTakenForAFrameWithoutItsChecksum(
            @ForAll("streams") byte[] noise, @ForAll("cuts") int piece) {
        for (Adu found : feed(new RtuFramer(PduLength.ANSWER), noise, piece)) {
            byte[] raw = found.raw();
            int crc = bitwiseCrc(raw, raw.length - 2);
            assertEquals(crc & 0xFF, raw[raw.length - 2] & 0xFF);
            assertEquals(crc >> 8, raw[raw.length - 1] & 0xFF);
            assertTrue(HexFormat.of().formatHex(noise).contains(HexFormat.of().formatHex(raw)));
        }
    }

    /**
     * These bytes are neither function codes nor a unit id of the frame, so nothing can begin in
     * the noise by chance.
     */
    @Property(tries = 2000)
    void aFrameInNoiseIsFoundAtOnce(@ForAll("harmless") byte[] before, @ForAll("cuts") int piece) {
        byte[] frame = RtuFramer.frame(0x70, new byte[] {3, 4, 0x46, 0x2A, 0x75, 0x21});
        List<Adu> found = feed(new RtuFramer(PduLength.ANSWER), join(before, frame), piece);
        assertEquals(1, found.size());
        assertArrayEquals(frame, found.get(0).raw());
    }

    @Provide
    Arbitrary<byte[]> streams() {
        Arbitrary<Byte> likely =
                Arbitraries.of(
                        (byte) 1, (byte) 2, (byte) 3, (byte) 4, (byte) 16, (byte) 0x83, (byte) 0);
        return Arbitraries.oneOf(Arbitraries.bytes(), likely)
                .array(byte[].class)
                .ofMinSize(0)
                .ofMaxSize(1500);
    }

    @Provide
    Arbitrary<byte[]> harmless() {
        return Arbitraries.bytes()
                .between((byte) 0x60, (byte) 0x7F)
                .array(byte[].class)
                .ofMaxSize(700);
    }

    @Provide
    Arbitrary<Integer> cuts() {
        return Arbitraries.integers().between(1, 600);
    }

    private static int bitwiseCrc(byte[] bytes, int length) {
        int crc = 0xFFFF;
        for (int i = 0; i < length * 8; i++) {
            int bit = bytes[i / 8] >> i % 8 & 1;
            crc = crc >> 1 ^ ((crc ^ bit) & 1) * 0xA001;
        }
        return crc;
    }
}

package io.wattwire.device.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.wattwire.device.frame.Adu;
import io.wattwire.device.frame.CmsFrame;
import io.wattwire.device.frame.CmsFramer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Masked inverters are nobody's, and are told apart as before. */
class CmsMaskTest {

    private static final int ANSWERS = CmsFrame.ANSWER;

    private final CmsMask mask = new CmsMask();

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] found(String serial) {
        return CmsFrame.of(0, CmsFrame.HOST, CmsFrame.DISCOVER | ANSWERS, bytes(serial));
    }

    private String payload(byte[] frame) {
        byte[] masked = mask.masked(frame);
        assertEquals(frame.length, masked.length);
        List<Adu> good =
                new CmsFramer((CmsFrame.command(masked) & ANSWERS) != 0)
                        .feed(masked, masked.length);
        assertEquals(1, good.size(), "still a good frame");
        return new String(CmsFrame.payload(masked), StandardCharsets.ISO_8859_1);
    }

    @Test
    void eachInverterKeepsOneNumberWhereverItIsNamed() {
        assertEquals("0000BO0001", payload(found("0905BO0139")));
        assertEquals("0000BO0002", payload(found("0905BO0140")));
        byte[] narrow = bytes("0905BO0140\u0002");
        byte[] wide = bytes("0905BO0139\0\u0001");
        int register = CmsFrame.REGISTER;
        assertEquals("0000BO0002\u0002", payload(CmsFrame.of(CmsFrame.HOST, 0, register, narrow)));
        assertEquals("0000BO0001\0\u0001", payload(CmsFrame.of(CmsFrame.HOST, 0, register, wide)));
        byte[] version = new byte[CmsFrame.VERSION_RECORD];
        Arrays.fill(version, (byte) ' ');
        System.arraycopy(bytes("0905BO0139"), 0, version, 44, 10);
        System.arraycopy(bytes("4600"), 0, version, 1, 4);
        String masked = payload(CmsFrame.of(1, CmsFrame.HOST, CmsFrame.VERSION | ANSWERS, version));
        assertEquals("0000BO0001", masked.substring(44, 54));
        assertEquals("4600", masked.substring(1, 5), "values stay");
        assertEquals("0000BO0002", mask.text(" 0905BO0140 "));
        assertEquals("cms-tcp://h:1#0000BO0001", mask.link("cms-tcp://h:1#0905BO0139"));
        assertEquals("cms:/dev/x:9600:8N1", mask.link("cms:/dev/x:9600:8N1"));
    }

    @Test
    void shortAndManyNumbersStayApart() {
        assertEquals("1", mask.text("7"));
        for (int i = 2; i <= 120; i++) {
            assertEquals(10, mask.text("SERIAL" + (1000 + i)).length());
        }
        assertEquals("SERIAL0002", mask.text("SERIAL1002"));
        assertEquals("SERIAL0120", mask.text("SERIAL1120"));
    }

    @Test
    void noiseKeepsNoDigits() {
        byte[] noise = found("0905BO0139");
        noise[3] ^= 1;
        String masked = new String(mask.masked(noise), StandardCharsets.ISO_8859_1);
        assertFalse(masked.contains("0905"), masked);
        assertArrayEquals(bytes("A0B0"), mask.masked(bytes("A9B1")));
        assertArrayEquals(new byte[0], mask.masked(new byte[0]));
    }
}

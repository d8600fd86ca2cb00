package io.wattwire.device.frame;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MbapFramerTest {
    private static final byte[] PDU = {3, 4, 1, 2, 3, 4};

    @Test
    void aFrameIsFoundHoweverItIsCut() {
        byte[] frame = MbapFramer.frame(0x1234, 5, PDU);
        for (int cut = 0; cut <= frame.length; cut++) {
            MbapFramer framer = new MbapFramer();
            List<Adu> found = new ArrayList<>(framer.feed(frame, cut));
            byte[] rest = Arrays.copyOfRange(frame, cut, frame.length);
            found.addAll(framer.feed(rest, rest.length));
            assertEquals(1, found.size(), "cut at " + cut);
            assertEquals(0x1234, found.get(0).transaction());
            assertEquals(5, found.get(0).unit());
            assertArrayEquals(PDU, found.get(0).pdu());
            assertArrayEquals(frame, found.get(0).raw());
        }
    }

    @Test
    void theLongestFrameFits() {
        byte[] frame = MbapFramer.frame(1, 1, new byte[253]);
        assertEquals(MbapFramer.MAX_FRAME, frame.length);
        assertEquals(1, new MbapFramer().feed(frame, frame.length).size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "000100000000",
                "000100000001",
                "0001000000ff",
                "00010000ffff",
                "000100010006",
                "48545450"
            })
    void aHeaderThatCannotBeOneDamagesTheStream(String header) {
        byte[] bytes = Arrays.copyOf(HexFormat.of().parseHex(header), 6);
        MbapFramer framer = new MbapFramer();
        assertTrue(framer.feed(bytes, bytes.length).isEmpty());
        assertEquals(!header.equals("48545450") || bytes[4] == 0, framer.damaged());
        byte[] good = MbapFramer.frame(1, 1, PDU);
        assertTrue(framer.feed(good, good.length).isEmpty(), "nothing after it is trusted");
        framer.reset();
        assertFalse(framer.damaged());
        assertEquals(1, framer.feed(good, good.length).size());
    }
}

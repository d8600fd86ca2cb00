package io.wattwire.device.frame;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RtuFramerTest {
    /** Answer of a real SDM230: 10909.2822 kWh imported (syssi/esphome-solax-x1-mini issue #20). */
    private static final byte[] SDM = hex("010404462a7521298c");

    /** Answer of a real Growatt (ieb/dbus-modbus-client). */
    private static final byte[] GROWATT = hex("01040a00000809139109520009d4ee");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "010404462a7521298c", // read of two words
                "01030200a8b9fa", // read of one word
                "018402c2c1", // exception
            })
    void aFrameIsFoundHoweverItIsCut(String text) {
        byte[] frame = hex(text);
        for (int cut = 0; cut <= frame.length; cut++) {
            RtuFramer framer = new RtuFramer(PduLength.ANSWER);
            List<Adu> found = new ArrayList<>(framer.feed(Arrays.copyOf(frame, cut), cut));
            byte[] rest = Arrays.copyOfRange(frame, cut, frame.length);
            found.addAll(framer.feed(rest, rest.length));
            assertEquals(1, found.size(), "cut at " + cut);
            assertArrayEquals(frame, found.get(0).raw());
        }
    }

    @Test
    void framesInOnePieceAreAllFound() {
        byte[] all = join(SDM, GROWATT, SDM);
        assertEquals(3, new RtuFramer(PduLength.ANSWER).feed(all, all.length).size());
    }

    @Test
    void writeAnswersAndIdentificationHaveTheirLengths() {
        byte[] objects = {0x2B, 0x0E, 1, 1, 0, 0, 2, 0, 2, 'a', 'b', 1, 1, 'c'};
        byte[][] pdus = {
            {5, 0, 1, -1, 0},
            {6, 0, 3, 0, 100},
            {15, 0, 1, 0, 9},
            {16, 0, 122, 0, 2},
            {22, 0, 4, 0, 1, 0, 2},
            {17, 2, 1, -1},
            {23, 2, 0, 7},
            objects
        };
        for (byte[] pdu : pdus) {
            byte[] frame = RtuFramer.frame(7, pdu);
            List<Adu> found = new RtuFramer(PduLength.ANSWER).feed(frame, frame.length);
            assertEquals(1, found.size(), () -> HexFormat.of().formatHex(pdu));
            assertArrayEquals(pdu, found.get(0).pdu());
            assertEquals(7, found.get(0).unit());
        }
    }

    @Test
    void requestsAreFoundToo() {
        byte[][] pdus = {
            {4, 0, 72, 0, 2},
            {6, 0, 3, 0, 100},
            {16, 0, 122, 0, 2, 4, 0, 1, 0, 2},
            {15, 0, 1, 0, 9, 2, -1, 1},
            {17}
        };
        for (byte[] pdu : pdus) {
            byte[] frame = RtuFramer.frame(1, pdu);
            assertArrayEquals(
                    pdu, new RtuFramer(PduLength.REQUEST).feed(frame, frame.length).get(0).pdu());
        }
    }

    @Test
    void aBeginThatNeverEndsDoesNotHideTheFrameBehindIt() {
        byte[] stream = join(hex("0103fa0000"), SDM);
        List<Adu> found = new RtuFramer(PduLength.ANSWER).feed(stream, stream.length);
        assertArrayEquals(SDM, found.get(found.size() - 1).raw());
    }

    @Test
    void aDamagedFrameIsDroppedAndTheNextOneFound() {
        for (int bit = 0; bit < SDM.length * 8; bit++) {
            byte[] damaged = SDM.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            byte[] stream = join(damaged, GROWATT);
            List<Adu> found = new RtuFramer(PduLength.ANSWER).feed(stream, stream.length);
            assertEquals(1, found.size(), "bit " + bit);
            assertArrayEquals(GROWATT, found.get(0).raw());
        }
    }

    static List<Adu> feed(Framer framer, byte[] stream, int piece) {
        List<Adu> found = new ArrayList<>();
        for (int at = 0; at < stream.length; at += piece) {
            byte[] part = Arrays.copyOfRange(stream, at, Math.min(stream.length, at + piece));
            found.addAll(framer.feed(part, part.length));
        }
        return found;
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}

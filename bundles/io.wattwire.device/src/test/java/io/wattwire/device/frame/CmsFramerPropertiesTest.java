package io.wattwire.device.frame;

import static io.wattwire.device.frame.RtuFramerTest.join;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CmsFramerPropertiesTest extends FramerProperties {

    private static final byte[] GOOD =
            CmsFrame.of(
                    1, CmsFrame.HOST, CmsFrame.REGISTER | CmsFrame.ANSWER, CmsFrame.ACKNOWLEDGED);

    @Override
    Framer framer() {
        return new CmsFramer(true);
    }

    @Override
    byte[] good() {
        return GOOD;
    }

    @Override
    Arbitrary<Byte> likelyBytes() {
        return Arbitraries.of((byte) 0xAA, (byte) 1, (byte) 0x80, (byte) 0x82, (byte) 0);
    }

    /** The sum sees each single wrong byte. */
    @Property(tries = 300)
    void aWrongByteCostsItsFrame(
            @ForAll("frame") byte[] frame, @ForAll int where, @ForAll byte wrong) {
        byte[] damaged = wrongByte(frame, Math.floorMod(where, frame.length), wrong);
        int expected = Arrays.equals(frame, damaged) ? 1 : 0;
        assertEquals(expected, found(damaged, List.of()).size());
    }

    @Property(tries = 300)
    void aLostByteCostsItsFrameAndNoOther(@ForAll("frame") byte[] frame, @ForAll int where) {
        int at = Math.floorMod(where, frame.length);
        byte[] damaged =
                join(Arrays.copyOf(frame, at), Arrays.copyOfRange(frame, at + 1, frame.length));
        List<String> seen = found(join(damaged, GOOD), List.of());
        boolean completed = at == frame.length - 1 && frame[at] == GOOD[0];
        assertEquals(hex(GOOD), seen.get(seen.size() - 1));
        assertEquals(completed ? 2 : 1, seen.size());
    }

    /** Frames are found in the order of the stream, and their sums are right. */
    @Property(tries = 300)
    void whatIsFoundIsInOrderAndWhole(@ForAll("damaged") byte[] stream) {
        String rest = hex(stream);
        for (String frame : found(stream, List.of())) {
            int at = rest.indexOf(frame);
            assertTrue(at >= 0, frame);
            rest = rest.substring(at + frame.length() - 2);
            byte[] bytes = HexFormat.of().parseHex(frame);
            assertEquals(frame, hex(again(bytes)));
        }
    }

    @Property(tries = 300)
    void whoListensToRequestsHearsNoAnswers(@ForAll("frame") byte[] frame) {
        CmsFramer framer = new CmsFramer(false);
        assertTrue(framer.feed(frame, frame.length).isEmpty());
        byte[] request = CmsFrame.of(CmsFrame.HOST, 1, CmsFrame.STATUS);
        assertEquals(1, framer.feed(request, request.length).size());
    }

    private static byte[] again(byte[] frame) {
        return CmsFrame.of(
                CmsFrame.source(frame),
                CmsFrame.destination(frame),
                CmsFrame.command(frame),
                CmsFrame.payload(frame));
    }

    /** Also with the sync bytes in the payload. */
    @Override
    @Provide
    Arbitrary<byte[]> frame() {
        Arbitrary<Byte> bytes = Arbitraries.oneOf(Arbitraries.bytes(), Arbitraries.of((byte) 0xAA));
        Arbitrary<byte[]> words =
                Arbitraries.integers()
                        .between(1, 127)
                        .flatMap(n -> bytes.array(byte[].class).ofSize(2 * n));
        Arbitrary<Integer> commands = Arbitraries.of(CmsFrame.STATUS, CmsFrame.PARAMETERS);
        Arbitrary<byte[]> layouts = bytes.array(byte[].class).ofMinSize(1).ofMaxSize(127);
        Arbitrary<byte[]> records = bytes.array(byte[].class).ofSize(64);
        return Arbitraries.oneOf(
                Combinators.combine(commands, words).as(CmsFramerPropertiesTest::answer),
                layouts.map(layout -> answer(CmsFrame.STATUS_LAYOUT, layout)),
                records.map(record -> answer(CmsFrame.VERSION, record)));
    }

    private static byte[] answer(int command, byte[] payload) {
        return CmsFrame.of(7, CmsFrame.HOST, command | CmsFrame.ANSWER, payload);
    }
}

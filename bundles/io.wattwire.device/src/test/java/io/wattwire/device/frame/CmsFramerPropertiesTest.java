package io.wattwire.device.frame;

import static io.wattwire.device.frame.RtuFramerTest.join;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** However the stream is cut, merged and damaged, the same frames are found in it. */
class CmsFramerPropertiesTest {

    private static final byte[] GOOD =
            CmsFrame.of(
                    1, CmsFrame.HOST, CmsFrame.REGISTER | CmsFrame.ANSWER, CmsFrame.ACKNOWLEDGED);

    @Property(tries = 100)
    void aCutAtAnyByteChangesNothing(@ForAll("frames") List<byte[]> frames) {
        byte[] stream = join(frames.toArray(byte[][]::new));
        List<String> whole = found(stream, List.of());
        assertEquals(frames.stream().map(CmsFramerPropertiesTest::hex).toList(), whole);
        for (int cut = 1; cut < stream.length; cut++) {
            assertEquals(whole, found(stream, List.of(cut)), "cut at " + cut);
        }
    }

    @Property(tries = 300)
    void randomPiecesOfADamagedStreamGiveTheSame(
            @ForAll("damaged") byte[] stream, @ForAll("cuts") List<Integer> cuts) {
        assertEquals(found(stream, List.of()), found(stream, cuts));
    }

    /** Whatever came before: lost bytes, forged begins of any length, noise. */
    @Property(tries = 300)
    void oneGoodFrameSuffices(
            @ForAll("damaged") byte[] before, @ForAll("cuts") List<Integer> cuts) {
        List<String> seen = found(join(before, GOOD), cuts);
        assertEquals(hex(GOOD), seen.get(seen.size() - 1));
    }

    /** The sum sees each single wrong byte. */
    @Property(tries = 300)
    void aWrongByteCostsItsFrame(
            @ForAll("frame") byte[] frame, @ForAll int where, @ForAll byte wrong) {
        byte[] damaged = frame.clone();
        damaged[Math.floorMod(where, frame.length)] = wrong;
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

    /** Found frames were in the stream, in this order, and their sums are right. */
    @Property(tries = 300)
    void nothingIsFoundThatWasNotThere(@ForAll("damaged") byte[] stream) {
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

    private static List<String> found(byte[] stream, List<Integer> cuts) {
        CmsFramer framer = new CmsFramer(true);
        List<String> frames = new ArrayList<>();
        int from = 0;
        List<Integer> ends = new ArrayList<>(cuts.stream().sorted().toList());
        ends.add(stream.length);
        for (int end : ends) {
            int to = Math.max(from, Math.min(end, stream.length));
            byte[] piece = Arrays.copyOfRange(stream, from, to);
            framer.feed(piece, piece.length).forEach(adu -> frames.add(hex(adu.raw())));
            from = to;
        }
        return frames;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** Also with the sync bytes in the payload. */
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

    @Provide
    Arbitrary<List<byte[]>> frames() {
        return frame().list().ofMinSize(1).ofMaxSize(4);
    }

    /** Frames, frames without their end, begins of frames that never were, and noise. */
    @Provide
    Arbitrary<byte[]> damaged() {
        Arbitrary<byte[]> begun =
                Combinators.combine(frame(), Arbitraries.integers().between(1, 60))
                        .as((frame, kept) -> Arrays.copyOf(frame, Math.min(kept, frame.length)));
        Arbitrary<Byte> likely =
                Arbitraries.of((byte) 0xAA, (byte) 1, (byte) 0x80, (byte) 0x82, (byte) 0);
        Arbitrary<byte[]> noise =
                Arbitraries.oneOf(Arbitraries.bytes(), likely).array(byte[].class).ofMaxSize(300);
        return Arbitraries.oneOf(frame(), begun, noise)
                .list()
                .ofMaxSize(8)
                .map(parts -> join(parts.toArray(byte[][]::new)));
    }

    @Provide
    Arbitrary<List<Integer>> cuts() {
        return Arbitraries.integers().between(1, 1200).list().ofMaxSize(20);
    }
}

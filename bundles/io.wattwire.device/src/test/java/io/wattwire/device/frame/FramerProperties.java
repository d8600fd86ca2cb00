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

/**
 * What holds for every framer that finds its way back: however the stream is cut, merged and
 * damaged, the same frames are found in it.
 */
abstract class FramerProperties {

    /** A framer that has seen nothing. */
    abstract Framer framer();

    /** A frame that comes after all that was damaged. */
    abstract byte[] good();

    /** Bytes that frames of this kind begin with or have at telling places. */
    abstract Arbitrary<Byte> likelyBytes();

    /** A frame of any kind that the framer listens to. */
    @Provide
    abstract Arbitrary<byte[]> frame();

    /** What looks like the begin of a frame and is none. */
    Arbitrary<byte[]> forgedBegin() {
        return begun();
    }

    @Property(tries = 300)
    void aCutAtAnyByteChangesNothing(@ForAll("frames") List<byte[]> frames) {
        byte[] stream = join(frames.toArray(byte[][]::new));
        List<String> whole = found(stream, List.of());
        assertEquals(frames.stream().map(FramerProperties::hex).toList(), whole);
        for (int cut = 1; cut < stream.length; cut++) {
            assertEquals(whole, found(stream, List.of(cut)), "cut at " + cut);
        }
    }

    @Property(tries = 500)
    void randomPiecesOfADamagedStreamGiveTheSame(
            @ForAll("damaged") byte[] stream, @ForAll("cuts") List<Integer> cuts) {
        assertEquals(found(stream, List.of()), found(stream, cuts));
    }

    /** Whatever came before: lost bytes, forged begins of any length, noise. */
    @Property(tries = 1000)
    void oneGoodFrameSuffices(
            @ForAll("damaged") byte[] before, @ForAll("cuts") List<Integer> cuts) {
        List<String> seen = found(join(before, good()), cuts);
        assertEquals(hex(good()), seen.get(seen.size() - 1));
    }

    @Property(tries = 500)
    void nothingIsFoundThatWasNotThere(@ForAll("damaged") byte[] stream) {
        String all = hex(stream);
        for (String frame : found(stream, List.of())) {
            assertTrue(all.contains(frame), frame);
        }
    }

    final List<String> found(byte[] stream, List<Integer> cuts) {
        Framer framer = framer();
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

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** A frame with one of its bytes replaced, perhaps by the same. */
    static byte[] wrongByte(byte[] frame, int at, byte wrong) {
        byte[] damaged = frame.clone();
        damaged[at] = wrong;
        return damaged;
    }

    @Provide
    Arbitrary<List<byte[]>> frames() {
        return frame().list().ofMinSize(1).ofMaxSize(4);
    }

    /** Frames, frames without their end, begins of frames that never were, and noise. */
    @Provide
    Arbitrary<byte[]> damaged() {
        Arbitrary<byte[]> noise =
                Arbitraries.oneOf(Arbitraries.bytes(), likelyBytes())
                        .array(byte[].class)
                        .ofMaxSize(300);
        return Arbitraries.oneOf(frame(), begun(), forgedBegin(), noise)
                .list()
                .ofMaxSize(8)
                .map(parts -> join(parts.toArray(byte[][]::new)));
    }

    private Arbitrary<byte[]> begun() {
        return Combinators.combine(frame(), Arbitraries.integers().between(1, 60))
                .as((frame, kept) -> Arrays.copyOf(frame, Math.min(kept, frame.length)));
    }

    @Provide
    Arbitrary<List<Integer>> cuts() {
        return Arbitraries.integers().between(1, 1200).list().ofMaxSize(20);
    }
}

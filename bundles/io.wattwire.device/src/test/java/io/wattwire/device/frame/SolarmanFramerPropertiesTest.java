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
import net.jqwik.api.Tuple;

/** However the stream is cut, merged and damaged, the same frames are found in it. */
class SolarmanFramerPropertiesTest {

    private static final int GOOD = 0x33;

    @Property(tries = 300)
    void aCutAtAnyByteChangesNothing(@ForAll("frames") List<byte[]> frames) {
        byte[] stream = join(frames.toArray(byte[][]::new));
        List<String> whole = found(stream, List.of());
        assertEquals(frames.size(), whole.size());
        for (int cut = 1; cut < stream.length; cut++) {
            assertEquals(whole, found(stream, List.of(cut)), "cut at " + cut);
        }
    }

    @Property(tries = 500)
    void randomPiecesOfADamagedStreamGiveTheSame(
            @ForAll("damaged") byte[] stream, @ForAll("cuts") List<Integer> cuts) {
        assertEquals(found(stream, List.of()), found(stream, cuts));
    }

    /** Whatever came before: lost ends, forged begins with any length, noise. */
    @Property(tries = 1000)
    void oneGoodFrameSuffices(
            @ForAll("damaged") byte[] before, @ForAll("cuts") List<Integer> cuts) {
        byte[] good =
                SolarmanFrame.answer(
                        GOOD, 1, 2_712_345_678L, 9, RtuFramer.frame(1, new byte[] {3, 2, 0, 57}));
        List<String> seen = found(join(before, good), cuts);
        assertEquals(HexFormat.of().formatHex(good), seen.get(seen.size() - 1));
    }

    /** The sum sees each single wrong byte. */
    @Property(tries = 1000)
    void aWrongByteCostsItsFrame(
            @ForAll("frame") byte[] frame, @ForAll int where, @ForAll byte wrong) {
        byte[] damaged = frame.clone();
        int at = Math.floorMod(where, frame.length);
        damaged[at] = wrong;
        int expected = Arrays.equals(frame, damaged) ? 1 : 0;
        assertEquals(expected, found(damaged, List.of()).size());
    }

    @Property(tries = 500)
    void nothingIsFoundThatWasNotThere(@ForAll("damaged") byte[] stream) {
        String all = HexFormat.of().formatHex(stream);
        for (String frame : found(stream, List.of())) {
            assertTrue(all.contains(frame));
        }
    }

    private static List<String> found(byte[] stream, List<Integer> cuts) {
        SolarmanFramer framer = new SolarmanFramer(PduLength.ANSWER);
        List<String> frames = new ArrayList<>();
        int from = 0;
        List<Integer> ends = new ArrayList<>(cuts.stream().sorted().toList());
        ends.add(stream.length);
        for (int end : ends) {
            int to = Math.max(from, Math.min(end, stream.length));
            byte[] piece = Arrays.copyOfRange(stream, from, to);
            framer.feed(piece, piece.length)
                    .forEach(adu -> frames.add(HexFormat.of().formatHex(adu.raw())));
            from = to;
        }
        return frames;
    }

    @Provide
    Arbitrary<byte[]> frame() {
        Arbitrary<byte[]> words =
                Arbitraries.integers()
                        .between(1, 125)
                        .flatMap(n -> Arbitraries.bytes().array(byte[].class).ofSize(2 * n));
        Arbitrary<byte[]> answers =
                Combinators.combine(Arbitraries.integers().between(0, 255), words)
                        .as((sequence, data) -> answer(sequence, data));
        Arbitrary<byte[]> said =
                Combinators.combine(
                                Arbitraries.of(0x41, 0x42, 0x43, 0x47, 0x48),
                                Arbitraries.bytes().array(byte[].class).ofMinSize(1).ofMaxSize(300))
                        .as((code, data) -> SolarmanFrame.wrap(code, 1, 2, 2_712_345_678L, data));
        return Arbitraries.frequencyOf(Tuple.of(3, answers), Tuple.of(1, said));
    }

    private static byte[] answer(int sequence, byte[] data) {
        byte[] pdu = new byte[data.length + 2];
        pdu[0] = 3;
        pdu[1] = (byte) data.length;
        System.arraycopy(data, 0, pdu, 2, data.length);
        return SolarmanFrame.answer(sequence, 1, 2_712_345_678L, 9, RtuFramer.frame(1, pdu));
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
                Arbitraries.of((byte) 0xA5, (byte) 0x10, (byte) 0x15, (byte) 0x47, (byte) 0);
        Arbitrary<byte[]> noise =
                Arbitraries.oneOf(Arbitraries.bytes(), likely).array(byte[].class).ofMaxSize(200);
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

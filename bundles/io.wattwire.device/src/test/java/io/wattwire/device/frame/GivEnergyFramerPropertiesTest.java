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
class GivEnergyFramerPropertiesTest {

    private static final String DONGLE = "WF1234G567";
    private static final int FIRST_CHECKED = 26;

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
        byte[] good = answer(0x33, 77, new byte[] {0, 57});
        List<String> seen = found(join(before, good), cuts);
        assertEquals(HexFormat.of().formatHex(good), seen.get(seen.size() - 1));
    }

    /**
     * The checksum sees each single wrong byte of what it covers, so its values are never shown.
     */
    @Property(tries = 1000)
    void aWrongByteCostsItsValues(
            @ForAll("answer") byte[] frame, @ForAll int where, @ForAll byte wrong) {
        byte[] damaged = frame.clone();
        int at = FIRST_CHECKED + Math.floorMod(where, frame.length - FIRST_CHECKED);
        damaged[at] = wrong;
        long values =
                new GivEnergyFramer(PduLength.ANSWER)
                        .feed(damaged, damaged.length).stream()
                                .filter(adu -> adu.unit() != Adu.NO_UNIT)
                                .count();
        assertEquals(Arrays.equals(frame, damaged) ? 1 : 0, values);
    }

    @Property(tries = 500)
    void nothingIsFoundThatWasNotThere(@ForAll("damaged") byte[] stream) {
        String all = HexFormat.of().formatHex(stream);
        for (String frame : found(stream, List.of())) {
            assertTrue(all.contains(frame));
        }
    }

    private static List<String> found(byte[] stream, List<Integer> cuts) {
        GivEnergyFramer framer = new GivEnergyFramer(PduLength.ANSWER);
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

    private static byte[] answer(int unit, int first, byte[] data) {
        byte[] asked = {4, (byte) (first >> 8), (byte) first, 0, (byte) (data.length / 2)};
        byte[] pdu = new byte[data.length + 2];
        pdu[0] = 4;
        pdu[1] = (byte) data.length;
        System.arraycopy(data, 0, pdu, 2, data.length);
        byte[] request = GivEnergyMessage.request(unit, asked);
        return GivEnergyMessage.answer(request, DONGLE, "SA1234G567", unit, pdu);
    }

    @Provide
    Arbitrary<byte[]> answer() {
        Arbitrary<byte[]> words =
                Arbitraries.integers()
                        .between(1, 60)
                        .flatMap(n -> Arbitraries.bytes().array(byte[].class).ofSize(2 * n));
        return Combinators.combine(
                        Arbitraries.integers().between(1, 255),
                        Arbitraries.integers().between(0, 2040),
                        words)
                .as((unit, first, data) -> answer(unit, first, data));
    }

    @Provide
    Arbitrary<byte[]> frame() {
        byte[] write = GivEnergyMessage.request(0x11, new byte[] {6, 0, 27, 0, 1});
        byte[] written = {6, 0, 27, 0, 1};
        byte[] refused = {(byte) 0x86, 3};
        Arbitrary<byte[]> said =
                Arbitraries.of(
                        GivEnergyMessage.heartbeat(DONGLE, 1),
                        GivEnergyMessage.nothing(DONGLE, 0x33),
                        GivEnergyMessage.network(DONGLE, ",192.0.2.7,255.255.255.0,192.0.2.1"),
                        GivEnergyMessage.answer(write, DONGLE, "SA1234G567", 0x11, written),
                        GivEnergyMessage.answer(write, DONGLE, "SA1234G567", 0x11, refused));
        return Arbitraries.frequencyOf(Tuple.of(3, answer()), Tuple.of(1, said));
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
        Arbitrary<byte[]> forged =
                Arbitraries.integers().between(0, 0x140).map(length -> forgedBegin(length));
        Arbitrary<Byte> likely = Arbitraries.of((byte) 0x59, (byte) 0, (byte) 1, (byte) 2);
        Arbitrary<byte[]> noise =
                Arbitraries.oneOf(Arbitraries.bytes(), likely).array(byte[].class).ofMaxSize(200);
        return Arbitraries.oneOf(frame(), begun, forged, noise)
                .list()
                .ofMaxSize(8)
                .map(parts -> join(parts.toArray(byte[][]::new)));
    }

    private static byte[] forgedBegin(int length) {
        byte[] begin = {0x59, 0x59, 0, 1, 0, 0, 1, 2};
        begin[4] = (byte) (length >> 8);
        begin[5] = (byte) length;
        return begin;
    }

    @Provide
    Arbitrary<List<Integer>> cuts() {
        return Arbitraries.integers().between(1, 1200).list().ofMaxSize(20);
    }
}

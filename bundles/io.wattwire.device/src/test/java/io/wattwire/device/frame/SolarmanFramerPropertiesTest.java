package io.wattwire.device.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class SolarmanFramerPropertiesTest extends FramerProperties {

    private static final long SERIAL = 2_712_345_678L;

    @Override
    Framer framer() {
        return new SolarmanFramer(PduLength.ANSWER);
    }

    @Override
    byte[] good() {
        return answer(0x33, new byte[] {0, 57});
    }

    @Override
    Arbitrary<Byte> likelyBytes() {
        return Arbitraries.of((byte) 0xA5, (byte) 0x10, (byte) 0x15, (byte) 0x47, (byte) 0);
    }

    /** The sum sees each single wrong byte. */
    @Property(tries = 1000)
    void aWrongByteCostsItsFrame(
            @ForAll("frame") byte[] frame, @ForAll int where, @ForAll byte wrong) {
        byte[] damaged = wrongByte(frame, Math.floorMod(where, frame.length), wrong);
        int expected = Arrays.equals(frame, damaged) ? 1 : 0;
        assertEquals(expected, found(damaged, List.of()).size());
    }

    @Override
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
                        .as((code, data) -> SolarmanFrame.wrap(code, 1, 2, SERIAL, data));
        return Arbitraries.frequencyOf(Tuple.of(3, answers), Tuple.of(1, said));
    }

    private static byte[] answer(int sequence, byte[] data) {
        byte[] pdu = new byte[data.length + 2];
        pdu[0] = 3;
        pdu[1] = (byte) data.length;
        System.arraycopy(data, 0, pdu, 2, data.length);
        return SolarmanFrame.answer(sequence, 1, SERIAL, 9, RtuFramer.frame(1, pdu));
    }
}

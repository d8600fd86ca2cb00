package io.wattwire.device.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class GivEnergyFramerPropertiesTest extends FramerProperties {

    private static final String DONGLE = "WF1234G567";
    private static final int FIRST_CHECKED = 26;

    @Override
    Framer framer() {
        return new GivEnergyFramer(PduLength.ANSWER);
    }

    @Override
    byte[] good() {
        return answer(0x33, 77, new byte[] {0, 57});
    }

    @Override
    Arbitrary<Byte> likelyBytes() {
        return Arbitraries.of((byte) 0x59, (byte) 0, (byte) 1, (byte) 2);
    }

    /** With any length. */
    @Override
    Arbitrary<byte[]> forgedBegin() {
        return Arbitraries.integers()
                .between(0, 0x140)
                .map(
                        length ->
                                new byte[] {
                                    0x59, 0x59, 0, 1, (byte) (length >> 8), length.byteValue(), 1, 2
                                });
    }

    /**
     * The checksum sees each single wrong byte of what it covers, so its values are never shown.
     */
    @Property(tries = 1000)
    void aWrongByteCostsItsValues(
            @ForAll("answer") byte[] frame, @ForAll int where, @ForAll byte wrong) {
        int at = FIRST_CHECKED + Math.floorMod(where, frame.length - FIRST_CHECKED);
        byte[] damaged = wrongByte(frame, at, wrong);
        long values =
                framer().feed(damaged, damaged.length).stream()
                        .filter(adu -> adu.unit() != Adu.NO_UNIT)
                        .count();
        assertEquals(Arrays.equals(frame, damaged) ? 1 : 0, values);
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

    @Override
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
}

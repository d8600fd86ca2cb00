package io.wattwire.device.frame;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A million damaged inputs into one framer that is never reset: it keeps its pace, takes nothing
 * that was not sent, and finds the next good frame.
 */
class GivEnergyFuzzTest {

    private static final int INPUTS = 1_000_000;
    private static final int GOOD_EACH = 100;
    private static final int UNIT = 0x11;
    private static final int SUMMED_FROM = 26;
    private static final byte[] ASKED = {3, 0, 0, 0, 3};
    private static final byte[] TOLD = {3, 6, 0x59, 0x59, 0, 1, 0, (byte) 0x9E};
    private static final byte[] LIKELY = {0x59, 0x59, 0, 1, 2, 0x0D, 0x26, (byte) 0x9E};

    private final Random random = new Random(6);
    private final byte[] request = GivEnergyMessage.request(UNIT, ASKED);
    private final byte[] answer =
            GivEnergyMessage.answer(request, "WF1234G567", "SA1234G567", UNIT, TOLD);

    /** Damage that a checksum of 16 bits is bound to see, and what begins and never ends. */
    @ParameterizedTest
    @EnumSource(PduLength.class)
    void aMillionInputsAreReadInTimeAndNoneIsBelieved(PduLength direction) {
        assertEquals(0, believed(direction, this::seenByChecksum));
    }

    /** Of damage of any kind a checksum of 16 bits misses one in 65536, and the framer no more. */
    @ParameterizedTest
    @EnumSource(PduLength.class)
    void anyDamageIsMissedNoOftenerThanItsChecksumMissesIt(PduLength direction) {
        int believed = believed(direction, this::any);
        assertTrue(believed <= INPUTS / 65_536, believed + " of " + INPUTS);
    }

    private int believed(PduLength direction, UnaryOperator<byte[]> damage) {
        boolean client = direction == PduLength.ANSWER;
        return assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> readAll(direction, damage, client ? answer : request, client ? TOLD : ASKED));
    }

    private static int readAll(
            PduLength direction, UnaryOperator<byte[]> damage, byte[] good, byte[] pdu) {
        GivEnergyFramer framer = new GivEnergyFramer(direction);
        int believed = 0;
        for (int i = 0; i < INPUTS; i++) {
            byte[] input = damage.apply(good);
            believed += count(framer.feed(input, input.length), pdu);
            if (i % GOOD_EACH == 0) {
                List<Adu> found = framer.feed(good, good.length);
                assertTrue(!found.isEmpty(), "good frame after input " + i + " is lost");
                assertArrayEquals(good, found.get(found.size() - 1).raw());
            }
        }
        return believed;
    }

    /** What is sent is always the same PDU; any other is one that damage made. */
    private static int count(List<Adu> found, byte[] pdu) {
        return (int)
                found.stream()
                        .filter(adu -> adu.unit() != Adu.NO_UNIT)
                        .filter(adu -> adu.unit() != UNIT || !Arrays.equals(pdu, adu.pdu()))
                        .count();
    }

    /** At most two bytes side by side of what is summed, and anything of what is not. */
    private byte[] seenByChecksum(byte[] good) {
        byte[] damaged = good.clone();
        switch (random.nextInt(3)) {
            case 0:
                int at = SUMMED_FROM + random.nextInt(good.length - SUMMED_FROM - 1);
                damaged[at] ^= 1 << random.nextInt(8);
                damaged[at + 1] = (byte) random.nextInt();
                return damaged;
            case 1:
                damaged[random.nextInt(SUMMED_FROM)] = (byte) random.nextInt();
                int bit = SUMMED_FROM + random.nextInt(good.length - SUMMED_FROM);
                damaged[bit] ^= 1 << random.nextInt(8);
                return damaged;
            default:
                return RtuFramerTest.join(Arrays.copyOf(good, random.nextInt(good.length)), good);
        }
    }

    private byte[] any(byte[] good) {
        switch (random.nextInt(4)) {
            case 0:
                byte[] noise = new byte[random.nextInt(40)];
                random.nextBytes(noise);
                return noise;
            case 1:
                byte[] likely = new byte[random.nextInt(40)];
                for (int i = 0; i < likely.length; i++) {
                    likely[i] = LIKELY[random.nextInt(LIKELY.length)];
                }
                return likely;
            case 2:
                return Arrays.copyOf(good, random.nextInt(good.length));
            default:
                byte[] damaged = good.clone();
                for (int wrong = random.nextInt(4); wrong >= 0; wrong--) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
                }
                return damaged;
        }
    }
}

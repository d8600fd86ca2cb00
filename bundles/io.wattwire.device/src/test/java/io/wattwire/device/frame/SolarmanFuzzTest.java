package io.wattwire.device.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * A million damaged inputs into one framer that is never reset: it keeps its pace, takes nothing
 * that was not sent, and finds the next good frame.
 */
class SolarmanFuzzTest {

    private static final int INPUTS = 1_000_000;
    private static final int GOOD_EACH = 100;
    private static final long SERIAL = 2_712_345_678L;
    private static final byte[] PDU = {3, 6, 0, 57, (byte) 0xA5, 0x15, 0x10, 0x15};
    private static final byte[] RTU = RtuFramer.frame(1, PDU);
    private static final byte[] LIKELY = {(byte) 0xA5, 0x15, 0x10, 0x47, 0, 1, 2};

    private final Random random = new Random(5);

    @Test
    void aMillionInputsAreReadInTimeAndNoneIsBelieved() {
        assertTimeoutPreemptively(Duration.ofSeconds(30), this::readAll);
    }

    private void readAll() {
        SolarmanFramer framer = new SolarmanFramer(PduLength.ANSWER);
        int believed = 0;
        for (int i = 0; i < INPUTS; i++) {
            byte[] input = input();
            believed += count(framer.feed(input, input.length));
            if (i % GOOD_EACH == 0) {
                byte[] good = SolarmanFrame.answer(i, i, SERIAL, i, RTU);
                List<Adu> found = framer.feed(good, good.length);
                assertTrue(!found.isEmpty(), "good frame after input " + i + " is lost");
                assertEquals(i & 0xFF, found.get(found.size() - 1).transaction());
            }
        }
        assertEquals(0, believed);
    }

    /** What is sent is always the same PDU; any other is one that damage made. */
    private static int count(List<Adu> found) {
        return (int)
                found.stream()
                        .filter(adu -> adu.unit() != Adu.NO_UNIT)
                        .filter(adu -> adu.unit() != 1 || !Arrays.equals(PDU, adu.pdu()))
                        .count();
    }

    private byte[] input() {
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
                byte[] begun = SolarmanFrame.answer(random.nextInt(), 1, SERIAL, 9, RTU);
                return Arrays.copyOf(begun, random.nextInt(begun.length));
            default:
                byte[] damaged = SolarmanFrame.answer(random.nextInt(), 1, SERIAL, 9, RTU);
                for (int wrong = random.nextInt(4); wrong >= 0; wrong--) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
                }
                return damaged;
        }
    }
}

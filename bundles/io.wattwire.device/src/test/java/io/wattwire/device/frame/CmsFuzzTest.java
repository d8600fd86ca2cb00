package io.wattwire.device.frame;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
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
class CmsFuzzTest {

    private static final int INPUTS = 1_000_000;
    private static final int GOOD_EACH = 100;

    /** What is sent is always this; anything else that is found is one that damage made. */
    private static final byte[] SENT =
            CmsFrame.of(
                    1,
                    CmsFrame.HOST,
                    CmsFrame.PARAMETERS | CmsFrame.ANSWER,
                    new byte[] {5, (byte) 0xDC, 0, 0x1E, (byte) 0xAA, (byte) 0xAA, 1, 0});

    private static final byte[] LIKELY = {(byte) 0xAA, 0, 1, (byte) 0x80, (byte) 0x82, 2, 9};

    private final Random random = new Random(5);

    @Test
    void aMillionInputsAreReadInTimeAndNoneIsBelieved() {
        assertTimeoutPreemptively(Duration.ofSeconds(60), this::readAll);
    }

    private void readAll() {
        CmsFramer framer = new CmsFramer(true);
        int believed = 0;
        for (int i = 0; i < INPUTS; i++) {
            byte[] input = input();
            believed += invented(framer.feed(input, input.length));
            if (i % GOOD_EACH == 0) {
                List<Adu> found = framer.feed(SENT, SENT.length);
                believed += invented(found);
                assertTrue(!found.isEmpty(), "good frame after input " + i + " is lost");
                assertArrayEquals(SENT, found.get(found.size() - 1).raw());
            }
        }
        assertEquals(0, believed);
    }

    private static int invented(List<Adu> found) {
        return (int) found.stream().filter(adu -> !Arrays.equals(SENT, adu.raw())).count();
    }

    /** Noise, likely noise, frames without their end, with a wrong byte, a lost one, one more. */
    private byte[] input() {
        int at = random.nextInt(SENT.length);
        switch (random.nextInt(6)) {
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
                return Arrays.copyOf(SENT, at);
            case 3:
                byte[] lost = Arrays.copyOf(SENT, SENT.length - 1);
                System.arraycopy(SENT, at + 1, lost, at, SENT.length - at - 1);
                return lost;
            case 4:
                byte[] more = Arrays.copyOf(SENT, SENT.length + 1);
                System.arraycopy(SENT, at, more, at + 1, SENT.length - at);
                return more;
            default:
                byte[] wrong = SENT.clone();
                wrong[at] = (byte) random.nextInt();
                return wrong;
        }
    }
}

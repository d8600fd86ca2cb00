package io.wattwire.device.link;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SilenceTest {

    private final Silence silence = new Silence();

    private boolean lasts(long fromMillis, long toMillis) {
        return silence.lasts(
                TimeUnit.MILLISECONDS.toNanos(fromMillis), TimeUnit.MILLISECONDS.toNanos(toMillis));
    }

    @Test
    void oneExchangeIsNeverEnough() {
        assertFalse(lasts(0, 5_000));
        assertTrue(lasts(5_000, 5_100));
    }

    @Test
    void anAnswerOfASecondAndAHalfMayStillCome() {
        assertFalse(lasts(100, 400));
        assertFalse(lasts(400, 700));
        assertFalse(lasts(1_000, 1_599));
        assertTrue(lasts(1_000, 1_600));
    }

    @Test
    void whateverComesEndsIt() {
        assertFalse(lasts(0, 300));
        silence.ends();
        assertFalse(lasts(2_000, 2_300));
        assertTrue(lasts(2_300, 3_500));
    }

    @Test
    void aNewConnectionBeginsAfresh() {
        assertFalse(lasts(0, 300));
        assertTrue(lasts(300, 1_500));
        assertFalse(lasts(1_600, 5_000));
        assertTrue(lasts(5_000, 5_100));
    }
}

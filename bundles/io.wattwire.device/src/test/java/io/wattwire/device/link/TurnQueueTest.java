package io.wattwire.device.link;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.model.Documents;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TurnQueueTest {

    private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(6);
    private static final Duration LONG = Duration.ofSeconds(20);

    /** As when the thread is held up between two looks at the clock. */
    @Test
    void nobodySleepsThroughTheMomentInWhichTheWireIsFree() throws Exception {
        AtomicLong time = new AtomicLong();
        TurnQueue turns = new TurnQueue("x", () -> time.addAndGet(STEP_NANOS));
        Lease lease =
                new Lease(null, new Tcp("x", 502), "owner", LinkTiming.NONE, Documents.none());
        turns.take(lease, Priority.CONTROL, 0, Deadline.in(LONG));
        turns.pass();
        long begin = System.nanoTime();
        turns.take(lease, Priority.FAST, 0, Deadline.in(LONG));
        long waited = System.nanoTime() - begin;
        assertTrue(waited < LONG.toNanos() / 2, "slept for " + waited / 1_000_000 + " ms");
    }
}

package io.wattwire.device.link;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.model.Documents;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TurnQueueTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);

    private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(6);
    private static final Duration LONG = Duration.ofSeconds(20);

    /** As when the thread is held up between two looks at the clock. */
    @Test
    void nobodySleepsThroughTheMomentInWhichTheWireIsFree() throws Exception {
        AtomicLong time = new AtomicLong();
        TurnQueue turns = new TurnQueue("x", () -> time.addAndGet(STEP_NANOS));
        Lease lease = lease("owner");
        turns.take(lease, Priority.CONTROL, 0, Deadline.in(LONG));
        turns.pass(true);
        long begin = System.nanoTime();
        turns.take(lease, Priority.FAST, 0, Deadline.in(LONG));
        long waited = System.nanoTime() - begin;
        assertTrue(waited < LONG.toNanos() / 2, "slept for " + waited / 1_000_000 + " ms");
    }

    private static Lease lease(String owner) {
        return new Lease(null, new Tcp("x", 502), owner, LinkTiming.NONE, Documents.none());
    }

    private final AtomicLong clock = new AtomicLong(SECOND);
    private final TurnQueue queue = new TurnQueue("x", clock::get);

    private void exchange(Priority priority, long nanos, boolean answered) throws LinkException {
        queue.take(lease("meter"), priority, 0, Deadline.in(LONG));
        clock.addAndGet(nanos);
        queue.pass(answered);
    }

    private boolean isFreeFor(Priority priority) {
        try {
            queue.take(lease("inverter"), priority, 0, Deadline.in(Duration.ZERO));
            queue.pass(false);
            return true;
        } catch (LinkException busy) {
            return false;
        }
    }

    @Test
    void afterASlowReadTheWireIsKeptForTheCommandThatMayFollow() throws Exception {
        exchange(Priority.CONTROL, SECOND, true);
        clock.addAndGet(SECOND);
        exchange(Priority.FAST, SECOND, true);
        clock.addAndGet(99 * MILLI);
        assertFalse(isFreeFor(Priority.FAST));
        assertTrue(isFreeFor(Priority.CONTROL));
    }

    @Test
    void nobodyWaitsForACommandLongerThanATenthOfTheRead() throws Exception {
        exchange(Priority.CONTROL, SECOND, true);
        clock.addAndGet(SECOND);
        exchange(Priority.FAST, 400 * MILLI, true);
        clock.addAndGet(40 * MILLI);
        assertTrue(isFreeFor(Priority.SLOW));
    }

    @Test
    void noCommandIsWaitedForWhereNothingWasHeardOrNobodyControls() throws Exception {
        exchange(Priority.FAST, SECOND, true);
        assertTrue(isFreeFor(Priority.SLOW), "nobody has commanded here");
        exchange(Priority.CONTROL, SECOND, true);
        clock.addAndGet(SECOND);
        exchange(Priority.FAST, SECOND, false);
        assertTrue(isFreeFor(Priority.SLOW), "nothing was heard");
        exchange(Priority.FAST, 200 * MILLI, true);
        assertTrue(isFreeFor(Priority.SLOW), "the wire is quick");
        exchange(Priority.SLOW, SECOND, true);
        assertTrue(isFreeFor(Priority.FAST), "nobody decides by slow values");
        clock.addAndGet(61 * SECOND);
        exchange(Priority.FAST, SECOND, true);
        assertTrue(isFreeFor(Priority.SLOW), "who commanded is gone");
    }
}

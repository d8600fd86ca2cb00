package io.wattwire.standalone.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.wattwire.publish.queue.Backoff;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PacingTest {
    private long now = Long.MAX_VALUE - 10; // a nano clock may overflow

    private int burst(RateLimit limit) {
        int sent = 0;
        while (limit.nanosToWait() == 0 && sent < 100) {
            limit.take();
            sent++;
        }
        return sent;
    }

    @Test
    void aBurstLeavesAtOnceAndThenTheAverageHolds() {
        RateLimit limit = RateLimit.of(2, TimeUnit.SECONDS, 3, () -> now);

        assertEquals(3, burst(limit));
        assertEquals(500_000_000, limit.nanosToWait());
        now += 500_000_000;
        assertEquals(1, burst(limit));
        now += 1_000_000_000;
        assertEquals(2, burst(limit));
    }

    @Test
    void silenceIsNotSavedBeyondTheBurst() {
        RateLimit limit = RateLimit.of(1, TimeUnit.SECONDS, 1, () -> now);
        now += TimeUnit.HOURS.toNanos(1);

        assertEquals(1, burst(limit));
    }

    @Test
    void withoutLimitNothingWaits() {
        assertEquals(100, burst(RateLimit.none()));
    }

    @Test
    void waitsDoubleUpToTheLongest() {
        Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(5));

        assertEquals(
                List.of(1L, 2L, 4L, 5L, 5L),
                Stream.generate(backoff::next).limit(5).map(Duration::toSeconds).toList());
        backoff.reset();
        assertEquals(Duration.ofSeconds(1), backoff.next());
    }

    @Test
    void theFirstWaitIsNotLongerThanTheLongest() {
        Backoff backoff = new Backoff(Duration.ofSeconds(9), Duration.ofSeconds(5));

        assertEquals(Duration.ofSeconds(5), backoff.next());
    }
}

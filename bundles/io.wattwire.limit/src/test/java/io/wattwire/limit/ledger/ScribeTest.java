package io.wattwire.limit.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.limit.law.Decision;
import io.wattwire.limit.law.LimitState;
import io.wattwire.limit.law.Limiter;
import io.wattwire.limit.law.RandomHistory;
import io.wattwire.limit.law.Readings;
import io.wattwire.limit.ledger.Entry.Evaluation;
import org.junit.jupiter.api.Test;

/** What is left out, and what never is. */
class ScribeTest {

    private static final long SECOND = 1_000_000_000L;

    private final Scribe scribe = new Scribe("limit");
    private final RandomHistory.Step step = new RandomHistory(1).next();
    private LimitState state = LimitState.start(step.settings().units().size(), 0);
    private long now;

    private String decide() {
        Decision decision = Limiter.decide(step.settings(), state, Readings.NONE, now);
        Evaluation evaluation = new Evaluation(step.settings(), state, Readings.NONE, decision);
        scribe.write(new Entry(now, now / 1_000_000, evaluation, null));
        state = decision.state();
        StringBuilder kinds = new StringBuilder();
        scribe.take().lines().forEach(line -> kinds.append(line.charAt(0)));
        return kinds.toString();
    }

    @Test
    void aSegmentStandsForItself() {
        assertEquals("HCNSBD", decide());
    }

    @Test
    void whatChangesNothingIsLeftOutForTenSeconds() {
        for (int i = 0; i < 100; i++) {
            now += SECOND / 4;
            decide();
        }
        int lines = 0;
        for (int i = 0; i < 400; i++) {
            now += SECOND / 4;
            lines += decide().length();
        }
        assertTrue(lines >= 9 && lines <= 25, "in 100 s: " + lines);
    }

    @Test
    void aWallClockThatMovedIsWrittenDown() {
        scribe.write(new Entry(0, 1000, null, "a"));
        scribe.write(new Entry(SECOND, 2499, null, "b"));
        scribe.write(new Entry(2 * SECOND, 3500, null, "c"));
        scribe.write(new Entry(3 * SECOND, 3999, null, "d"));
        StringBuilder kinds = new StringBuilder();
        scribe.take().lines().forEach(line -> kinds.append(line.charAt(0)));
        assertEquals("HCTTCTCT", kinds.toString());
    }

    @Test
    void aStateThatDoesNotFollowIsWrittenDown() {
        decide();
        now += SECOND;
        state = LimitState.start(step.settings().units().size(), now);
        assertEquals("BD", decide());
    }

    @Test
    void everythingIsWrittenAgainAfterFiveHundredDecisions() {
        decide();
        StringBuilder kinds = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            now += 11 * SECOND;
            kinds.append(decide());
        }
        assertTrue(kinds.toString().endsWith("DNSBD"), kinds.toString());
        assertEquals(1, kinds.chars().filter(kind -> kind == 'N').count());
    }
}

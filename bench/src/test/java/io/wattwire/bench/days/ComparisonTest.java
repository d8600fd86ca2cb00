package io.wattwire.bench.days;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The first days of the comparison that {@code DaysBench} prints in full. */
class ComparisonTest {

    private static final Comparison DAYS = Comparison.of(4);

    @Test
    void theLimitIsNearlyAsGoodAsOneThatKnowsTheFuture() {
        assertTrue(DAYS.nearTheOracle());
    }

    @Test
    void noPeerHasLessOfOneWithoutMoreOfTheOther() {
        for (Laws peer : Laws.values()) {
            assertTrue(peer == Laws.WATTWIRE || DAYS.isNotBeatenBy(peer), peer::title);
        }
    }
}

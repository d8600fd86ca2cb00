package io.wattwire.bench.days;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The first day of the comparison that {@code DaysBench} prints in full. */
class ComparisonTest {

    private static final Comparison DAY = Comparison.of(1);

    @Test
    void theLimitIsNearlyAsGoodAsOneThatKnowsTheFuture() {
        assertTrue(DAY.nearTheOracle());
    }

    @Test
    void noPeerHasLessOfOneWithoutMoreOfTheOther() {
        for (Laws peer : Laws.values()) {
            assertTrue(peer == Laws.WATTWIRE || DAY.isNotBeatenBy(peer), peer::title);
        }
    }
}

package io.wattwire.limit.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Values that come from another device from now on. */
class NewSourcesTest {

    private final Bench bench = Bench.open();

    @Test
    void haveToEarnTrustAnewWhileTheLimitStays() {
        double limit = bench.limitW();
        LimitState before = bench.state;
        bench.state = before.withNewSources();
        assertEquals(Phase.STARTING, bench.unit().phase());
        assertEquals(limit, bench.limitW());
        assertEquals(before.unit(1).emission(), bench.unit().emission());
        assertEquals(before.startedNanos(), bench.state.startedNanos());
        assertSame(before.excursions(), bench.state.excursions());
        assertSame(before.balance(), bench.state.balance());
        assertFalse(bench.state.grid().last().present());
        assertFalse(bench.unit().inverter().last().present());
        assertFalse(bench.unit().readBack().last().present());
        bench.steady(2, 3000, 0);
        assertEquals(Phase.STARTING, bench.unit().phase());
        assertEquals(0, bench.limitW(), "what is not trusted yet gets the fall-back");
        bench.steady(1, 3000, 0);
        assertEquals(Phase.REGULATING, bench.unit().phase());
    }

    @Test
    void theDecisionNamesEachInvertersCommand() {
        Yard yard = new Yard(2).run(1);
        assertEquals(1, yard.decision.command(1).unit());
        assertEquals(2, yard.decision.command(2).unit());
        assertTrue(yard.decision.command(2).emit());
    }

    @Test
    void eachPhaseOfALimitHasItsWord() {
        assertEquals("starting", Phase.STARTING.text());
        assertEquals("fall-back", Phase.FALL_BACK.text());
    }
}

package io.wattwire.limit.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** A meter that counts the wrong way round shows export as import. */
class ReversedMeterTest {

    private final Yard yard = new Yard(1).set("allowed.export.w", 1000);

    private boolean reversed() {
        return yard.decision.reasons().contains(Reason.GRID_REVERSED);
    }

    @Test
    void isFoundWhileTheLimitRises() {
        yard.reversed = true;
        yard.loadW = 200;
        yard.run(20);
        assertTrue(reversed());
        assertEquals(Phase.ALARM, yard.state.unit(1).phase());
        assertEquals(1000, yard.limitW(1), 40, "the fall-back, safe whatever the meter shows");
        yard.run(600);
        assertTrue(yard.limitW(1) <= 1000);
    }

    @Test
    void isTriedAgainAfterAQuarterOfAnHour() {
        yard.reversed = true;
        yard.loadW = 200;
        yard.run(20);
        yard.reversed = false;
        yard.run(1000);
        assertFalse(reversed());
        assertEquals(Phase.REGULATING, yard.state.unit(1).phase());
    }

    @Test
    void withZeroExportItNeverOpens() {
        yard.set("allowed.export.w", 0);
        yard.reversed = true;
        yard.run(100);
        assertEquals(0, yard.limitW(1));
    }

    @Test
    void loadsThatComeAndGoAreNoReversal() {
        java.util.Random random = new java.util.Random(7);
        for (int i = 0; i < 20_000; i++) {
            yard.loadW = random.nextInt(4) == 0 ? random.nextInt(6000) : yard.loadW;
            yard.sunW[0] = random.nextInt(6) == 0 ? random.nextInt(4000) : yard.sunW[0];
            yard.second();
            assertFalse(reversed(), "after " + i + " s");
        }
    }
}

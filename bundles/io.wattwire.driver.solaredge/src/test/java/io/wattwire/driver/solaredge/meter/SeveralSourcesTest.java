package io.wattwire.driver.solaredge.meter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.server.ModbusFault;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Each phase from a meter of its own, the total from a third one, voltages from a slow one. */
class SeveralSourcesTest {

    private static final int TOTAL = 1008;
    private static final int PHASE_1 = 1010;
    private static final int PHASE_2 = 1012;
    private static final int PHASE_3 = 1014;
    private static final int VOLTS_1 = 1018;

    private final MeterBench bench = new MeterBench();

    private void phases(int count, double watts) {
        for (int phase = 1; phase <= count; phase++) {
            bench.give("l" + phase + "_power_active", watts + phase);
        }
    }

    @Test
    void aPhaseWhoseMeterDiedDoesNotBecomeZero() {
        for (int i = 0; i < 10; i++) {
            phases(3, i);
            bench.pass(Duration.ofSeconds(1));
        }
        for (int i = 0; i < 4; i++) {
            assertTrue(bench.meter().answers(), "after " + i + " s");
            phases(2, i);
            bench.pass(Duration.ofSeconds(1));
        }
        bench.pass(Duration.ofMillis(1));
        phases(2, 9);
        assertFalse(bench.meter().answers());
        assertEquals("silent-stale", bench.meter().state());
        phases(3, 10);
        assertTrue(bench.meter().answers());
    }

    @Test
    void aPhaseWhoseMeterHangsIsNoticedBesideTwoThatLive() {
        for (int i = 0; i <= 301; i++) {
            phases(2, i);
            bench.give("l3_power_active", 230, "l3n_voltage", 231);
            bench.pass(Duration.ofSeconds(1));
        }
        assertEquals("silent-frozen", bench.meter().state());
    }

    @Test
    void theTotalAloneStillTellsEnough() throws ModbusFault {
        for (int i = 0; i < 30; i++) {
            bench.give("power_active", 600 + i);
            if (i < 10) {
                phases(3, 200);
            }
            bench.pass(Duration.ofSeconds(1));
            assertTrue(bench.meter().answers(), "after " + i + " s");
        }
        assertEquals(629, bench.shown(TOTAL));
        assertEquals(629, bench.shown(PHASE_1) + bench.shown(PHASE_2) + bench.shown(PHASE_3));
    }

    @Test
    void threePhasesTellEnoughWhenTheTotalsSourceDied() throws ModbusFault {
        for (int i = 0; i < 30; i++) {
            if (i < 10) {
                bench.give("power_active", 600 + i);
            }
            phases(3, 200 + i);
            bench.pass(Duration.ofSeconds(1));
            assertTrue(bench.meter().answers(), "after " + i + " s");
        }
        assertEquals(693, bench.shown(TOTAL));
    }

    @Test
    void oneValuePerMessageNeverShowsAllOnOnePhase() throws ModbusFault {
        for (int i = 0; i < 5; i++) {
            bench.give("power_active", 1200);
            if (i > 0) {
                assertEquals(400, bench.shown(PHASE_1), 3);
                assertEquals(400, bench.shown(PHASE_3), 3);
                assertEquals(1200, bench.shown(TOTAL));
            }
            phases(3, 398);
            bench.pass(Duration.ofSeconds(1));
        }
    }

    @Test
    void aSlowSourceThatIsALittleLateDoesNotFlapFromTheStart() {
        bench.give("power_active", 1);
        for (int i = 0; i < 20; i++) {
            bench.pass(Duration.ofMillis(i % 2 == 0 ? 5_600 : 4_500));
            assertTrue(bench.meter().answers(), "after " + i + " readings");
            bench.give("power_active", i);
        }
    }

    @Test
    void whatANetworkDeliversAtOnceIsNoFastSource() {
        for (int i = 0; i < 8; i++) {
            bench.give("power_active", i);
            bench.pass(Duration.ofSeconds(5));
        }
        for (int i = 0; i < 10; i++) {
            bench.give("power_active", 100 + i);
            bench.pass(Duration.ofMillis(2));
        }
        bench.pass(Duration.ofSeconds(10));
        assertTrue(bench.meter().answers());
    }

    @Test
    void voltagesThatComeRarelyStay() throws ModbusFault {
        bench.give("l1n_voltage", 231);
        for (int i = 0; i < 600; i++) {
            bench.give("power_active", 500 + i);
            bench.pass(Duration.ofSeconds(1));
            assertEquals(231, bench.shown(VOLTS_1), "after " + i + " s");
        }
    }
}

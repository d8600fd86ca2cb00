package io.wattwire.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.limit.law.Input;
import io.wattwire.limit.law.Readings;
import io.wattwire.limit.law.Sample;
import io.wattwire.limit.law.Slot;
import io.wattwire.limit.supervisor.GridObservation;
import io.wattwire.limit.supervisor.Scheme;
import io.wattwire.limit.supervisor.SupervisorSettings;
import io.wattwire.limit.supervisor.SupervisorSettings.Bound;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConnectionGuardTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long NOW = 100 * SECOND;

    private static SupervisorSettings settings(int phases, double amperes) {
        return new SupervisorSettings(
                true,
                Scheme.DOMESTIC,
                phases,
                new Bound(3680, amperes),
                Bound.NONE,
                50,
                0.25,
                3 * SECOND);
    }

    private static Readings grid(double watts, long age) {
        return Readings.NONE.with(Slot.site(Input.GRID), new Sample(watts, NOW - age, 1));
    }

    @Test
    void withoutAReadingNothingIsKnown() {
        GridObservation seen =
                ConnectionGuard.observation(
                        settings(1, Double.POSITIVE_INFINITY), Readings.NONE, Map.of(), NOW);
        assertTrue(Double.isNaN(seen.powerW()));
        assertTrue(NOW - seen.takenNanos() > 3 * SECOND);
        assertTrue(seen.connected());
    }

    @Test
    void theOldestValueCounts() {
        Map<GridInput, Sample> currents =
                Map.of(GridInput.CURRENT_L1, new Sample(20, NOW - 2 * SECOND, 1));
        GridObservation seen =
                ConnectionGuard.observation(settings(1, 16), grid(-4600, SECOND), currents, NOW);
        assertEquals(NOW - 2 * SECOND, seen.takenNanos());
        assertEquals(1, seen.phases().size());
        assertEquals(-4600, seen.phases().get(0).powerW(), "one phase carries the whole power");
        assertEquals(20, seen.phases().get(0).currentA());
    }

    @Test
    void ofThreePhasesEachHasItsOwnPower() {
        Readings readings = grid(-100, 0).with(Slot.site(Input.GRID_L2), new Sample(-4600, NOW, 2));
        GridObservation seen =
                ConnectionGuard.observation(settings(3, 16), readings, Map.of(), NOW);
        assertEquals(3, seen.phases().size());
        assertTrue(Double.isNaN(seen.phases().get(0).powerW()));
        assertEquals(-4600, seen.phases().get(1).powerW());
    }

    @Test
    void anIslandIsBelievedOnlyWhileNothingFlows() {
        Sample off = new Sample(0, NOW, 1);
        Slot connected = Slot.site(Input.CONNECTED);
        SupervisorSettings one = settings(1, Double.POSITIVE_INFINITY);
        assertFalse(
                ConnectionGuard.observation(one, grid(3, 0).with(connected, off), Map.of(), NOW)
                        .connected());
        assertTrue(
                ConnectionGuard.observation(one, grid(-900, 0).with(connected, off), Map.of(), NOW)
                        .connected());
        Sample old = new Sample(0, NOW - 10 * SECOND, 1);
        assertTrue(
                ConnectionGuard.observation(one, grid(3, 0).with(connected, old), Map.of(), NOW)
                        .connected());
    }
}

package io.wattwire.limit.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.wattwire.limit.supervisor.SupervisorSettings.Bound;
import java.util.List;
import org.junit.jupiter.api.Test;

class SupervisorSettingsTest {

    private static final double NONE = Double.POSITIVE_INFINITY;
    private static final long SECOND = Connection.SECOND;

    private static List<String> problems(
            int phases, Bound export, Bound imported, double w, double a, long stale) {
        return new SupervisorSettings(true, Scheme.DOMESTIC, phases, export, imported, w, a, stale)
                .problems();
    }

    private static List<String> problems(Bound export, Bound imported) {
        return problems(1, export, imported, 50, 0.2, SECOND);
    }

    @Test
    void goodOnesHaveNoProblem() {
        assertEquals(List.of(), Connection.POWER.problems());
        assertEquals(List.of(), problems(new Bound(0, NONE), Bound.NONE));
        assertEquals(List.of(), problems(Bound.NONE, new Bound(NONE, 0)));
        assertEquals(List.of(), problems(Bound.NONE, new Bound(10_000_000, 100_000)));
        assertEquals(
                List.of(),
                problems(3, new Bound(NONE, 16), Bound.NONE, 10_000_000, 100_000, 10 * SECOND));
        assertEquals(List.of(), problems(3, Bound.NONE, new Bound(NONE, 16), 0, 0, 1));
    }

    @Test
    void whatIsSwitchedOffNeedsNothing() {
        assertEquals(List.of(), SupervisorSettings.OFF.problems());
    }

    @Test
    void withoutALimitThereIsNothingToSupervise() {
        String needs = "supervision needs at least one limit, in W or in A per phase";
        assertEquals(List.of(needs), problems(Bound.NONE, Bound.NONE));
        assertEquals(List.of(needs), problems(3, Bound.NONE, Bound.NONE, 0, 0, 1));
    }

    @Test
    void threePhasesNeedALimitInAmperes() {
        String needs = "three phases need a limit in A: one phase may be beyond it unseen";
        assertEquals(List.of(needs), problems(3, new Bound(9, NONE), Bound.NONE, 0, 0, 1));
    }

    @Test
    void twoPhasesAreNoConnection() {
        assertEquals(
                List.of("a connection has 1 or 3 phases, not 2"),
                problems(2, new Bound(0, NONE), Bound.NONE, 0, 0, 1));
    }

    @Test
    void valuesOutsideTheirRangeAreNamed() {
        String w = "the export limit in W has to be from 0 to 10000000";
        assertEquals(List.of(w), problems(new Bound(-0.001, NONE), Bound.NONE));
        assertEquals(List.of(w), problems(new Bound(10_000_001, NONE), Bound.NONE));
        assertEquals(List.of(w), problems(new Bound(Double.NaN, NONE), Bound.NONE));
        assertEquals(
                List.of("the import limit in A has to be from 0 to 100000"),
                problems(new Bound(0, NONE), new Bound(NONE, -1)));
        assertEquals(
                List.of("the tolerance in W has to be from 0 to 10000000"),
                problems(1, new Bound(0, NONE), Bound.NONE, NONE, 0, 1));
        assertEquals(
                List.of("the tolerance in A has to be from 0 to 100000"),
                problems(1, new Bound(0, NONE), Bound.NONE, 0, -0.1, 1));
    }

    @Test
    void measurementsGrowStaleWithinTenSeconds() {
        String stale = "measurements grow stale after more than 0 and at most 10 s";
        Bound zero = new Bound(0, NONE);
        assertEquals(List.of(stale), problems(1, zero, Bound.NONE, 0, 0, 0));
        assertEquals(List.of(stale), problems(1, zero, Bound.NONE, 0, 0, 10 * SECOND + 1));
    }
}

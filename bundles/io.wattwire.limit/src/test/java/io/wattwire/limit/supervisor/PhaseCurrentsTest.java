package io.wattwire.limit.supervisor;

import static io.wattwire.limit.supervisor.Connection.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.limit.supervisor.GridObservation.Phase;
import io.wattwire.limit.supervisor.SupervisorSettings.Bound;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Limits that hold for the current in each phase. */
class PhaseCurrentsTest {

    private static final double NONE = Double.POSITIVE_INFINITY;
    private static final Phase IDLE = new Phase(0, 0);

    private final Connection site = new Connection().with(currents(16, 25));

    private static SupervisorSettings currents(double exportA, double importA) {
        return new SupervisorSettings(
                true,
                Scheme.DOMESTIC,
                3,
                new Bound(NONE, exportA),
                new Bound(NONE, importA),
                50,
                0.25,
                3 * SECOND);
    }

    @Test
    void eachPhaseIsJudgedByItself() {
        Phase[] phases = {IDLE, IDLE, IDLE};
        for (int i = 0; i < 3; i++) {
            Phase[] loaded = phases.clone();
            loaded[i] = new Phase(-3800, 16.26);
            site.measure(0, loaded);
            assertTrue(site.state.export().running());
            assertFalse(site.state.imported().running());
            site.measure(0, phases);
            assertFalse(site.state.export().running());
        }
        assertEquals(3, site.state.counts().excursions());
    }

    @Test
    void theToleranceIsStillWithinTheLimit() {
        site.measure(0, new Phase(-3800, 16.25), IDLE, new Phase(5800, 25.25));
        assertEquals(0, site.state.counts().excursions());
        site.measure(0, new Phase(5800, 25.26), IDLE, IDLE);
        assertTrue(site.state.imported().running());
        assertFalse(site.state.export().running());
    }

    @Test
    void thePowerTellsTheDirectionAndASignOfTheCurrentDoesNot() {
        site.measure(0, new Phase(-3900, -17), IDLE, IDLE);
        assertTrue(site.state.export().running());
        site.measure(0, new Phase(3900, -17), IDLE, IDLE);
        assertFalse(site.state.export().running());
        site.measure(0, new Phase(0, 17), IDLE, IDLE);
        assertFalse(site.state.export().running(), "reactive only");
    }

    @Test
    void aPhaseThatIsMissingIsUnknown() {
        site.measure(0, IDLE, IDLE);
        assertEquals(
                List.of(
                        "export is not measured: supervision sees nothing",
                        "import is not measured: supervision sees nothing"),
                site.outcome.texts());
        site.measure(0, IDLE, new Phase(-9000, 40));
        assertTrue(site.state.export().running(), "what is measured beyond counts");
        site.measure(0, IDLE, IDLE);
        assertTrue(site.state.export().running(), "and what is missing does not end it");
        site.measure(0, new Phase(-9000, 40));
        assertTrue(site.state.export().running());
    }

    @Test
    void aLargeCurrentWithoutADirectionIsUnknown() {
        site.measure(0, new Phase(Double.NaN, 20), IDLE, IDLE);
        assertEquals(
                List.of("export is not measured: supervision sees nothing"), site.outcome.texts());
        site.measure(0, new Phase(Double.NaN, 16.25), IDLE, IDLE);
        assertEquals(List.of(), site.outcome.texts());
        site.measure(0, new Phase(-100, Double.NaN), IDLE, IDLE);
        assertEquals(2, site.outcome.texts().size());
    }

    @Test
    void powerAndCurrentsAreLimitedTogether() {
        site.with(
                new SupervisorSettings(
                        true,
                        Scheme.DOMESTIC,
                        1,
                        new Bound(3680, 16),
                        Bound.NONE,
                        0,
                        0,
                        3 * SECOND));
        site.measure(-3680, new Phase(-3680, 16));
        assertEquals(0, site.state.counts().excursions());
        site.measure(-3681, new Phase(-3681, 15));
        assertTrue(site.state.export().running());
        site.measure(-3600, new Phase(-3600, 16.1));
        assertTrue(site.state.export().running());
        site.measure(Double.NaN, new Phase(-3600, 16));
        assertTrue(site.state.export().running(), "the power is unknown");
        site.measure(-3600, new Phase(-3600, 16));
        assertFalse(site.state.export().running());
        site.measure(99_000, new Phase(99_000, 400));
        assertEquals(1, site.state.counts().excursions(), "import is not limited");
        assertEquals(List.of(), site.outcome.texts());
    }

    @Test
    void aDirectionWithoutALimitNeedsNoMeasurement() {
        site.with(currents(16, NONE)).look();
        assertEquals(
                List.of("export is not measured: supervision sees nothing"), site.outcome.texts());
        site.with(currents(NONE, 25)).look();
        assertEquals(
                List.of("import is not measured: supervision sees nothing"), site.outcome.texts());
    }

    @Test
    void onOnePhaseTheOthersDoNotCount() {
        site.with(
                new SupervisorSettings(
                        true,
                        Scheme.DOMESTIC,
                        1,
                        new Bound(NONE, 16),
                        Bound.NONE,
                        0,
                        0,
                        3 * SECOND));
        site.measure(0, IDLE, new Phase(-9000, 40), new Phase(-9000, 40));
        assertFalse(site.state.export().running());
    }
}

package io.wattwire.limit.supervisor;

import static io.wattwire.limit.supervisor.Connection.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** When an excursion begins, lasts and ends. */
class ExcursionsTest {

    private final Connection site = new Connection();

    @Test
    void withinTheLimitsThereIsNothingToSay() {
        site.measure(-1000).pass(1).measure(5000);
        assertFalse(site.lockedOut());
        assertEquals(SupervisorStage.NORMAL, site.outcome.stage());
        assertEquals(List.of(), site.outcome.texts());
        assertEquals(Counts.NONE, site.state.counts());
    }

    @Test
    void theToleranceIsStillWithinTheLimit() {
        site.measure(-1050).measure(5050);
        assertEquals(Counts.NONE, site.state.counts());
        site.measure(-1050.001);
        assertEquals(1, site.state.counts().excursions());
        assertTrue(site.state.export().running());
        assertFalse(site.state.imported().running());
    }

    @Test
    void importHasALimitAndAClockOfItsOwn() {
        site.measure(5050.001);
        assertTrue(site.state.imported().running());
        assertFalse(site.state.export().running());
        site.pass(7).measure(-2000);
        assertFalse(site.state.imported().running());
        assertEquals(site.now, site.state.export().sinceNanos());
        assertEquals(2, site.state.counts().excursions());
        assertEquals(7 * SECOND, site.state.counts().longestNanos());
    }

    @Test
    void oneIsCountedOnceHoweverOftenItIsMeasured() {
        site.measure(-2000).pass(1).measure(-3000).pass(1).measure(-2000);
        assertEquals(1, site.state.counts().excursions());
        site.measure(0).measure(-2000);
        assertEquals(2, site.state.counts().excursions());
    }

    @Test
    void itIsAnEventFromFifteenSecondsOn() {
        site.measure(-2000).pass(15).passNanos(-1).measure(-2000);
        assertEquals(SupervisorStage.NORMAL, site.outcome.stage());
        assertEquals(0, site.state.counts().events());
        site.passNanos(1).measure(-2000);
        assertEquals(SupervisorStage.EXCURSION, site.outcome.stage());
        assertEquals(1, site.state.counts().events());
        assertEquals(
                List.of(new Event(15 * SECOND, site.wall)), site.state.events(), "supervised time");
        assertFalse(site.lockedOut());
    }

    @Test
    void anEventIsCountedOnce() {
        site.measure(-2000).pass(15).measure(-2000).pass(15).measure(-2000).pass(15).measure(0);
        assertEquals(1, site.state.counts().events());
        assertEquals(1, site.state.events().size());
        assertEquals(45 * SECOND, site.state.counts().longestNanos());
    }

    @Test
    void theStageFallsBackWhenItEnds() {
        site.measure(-2000).pass(20).measure(-2000);
        assertEquals(SupervisorStage.EXCURSION, site.outcome.stage());
        site.measure(-1000);
        assertEquals(SupervisorStage.NORMAL, site.outcome.stage());
        assertEquals(Excursion.NONE, site.state.export());
    }

    @Test
    void importRaisesTheStageToo() {
        site.measure(6000).pass(15).measure(6000);
        assertEquals(SupervisorStage.EXCURSION, site.outcome.stage());
    }

    @Test
    void itEndsWhenTheSampleInsideWasTakenNotWhenItArrived() {
        site.measure(-2000).pass(14);
        site.seen = new GridObservation(0, List.of(), true, site.now);
        site.pass(2).look();
        assertEquals(0, site.state.counts().events());
        assertEquals(14 * SECOND, site.state.counts().longestNanos());
        assertFalse(site.state.export().running());
    }

    @Test
    void itBeganWhenTheSampleBeyondWasTaken() {
        site.seen = new GridObservation(-2000, List.of(), true, site.now);
        site.pass(2).look().pass(13).measure(-2000);
        assertEquals(1, site.state.counts().events());
    }

    @Test
    void aSampleFromTheFutureIsFromNow() {
        site.seen = new GridObservation(-2000, List.of(), true, site.now + 100 * SECOND);
        site.look();
        assertEquals(site.now, site.state.export().sinceNanos());
        site.seen = new GridObservation(0, List.of(), true, site.now + 100 * SECOND);
        site.pass(1).look();
        assertEquals(SECOND, site.state.counts().longestNanos());
        assertFalse(site.lockedOut());
    }

    @Test
    void aSampleInsideFromBeforeItsBeginEndsItWithoutALength() {
        site.measure(-2000);
        site.seen = new GridObservation(0, List.of(), true, site.now - SECOND);
        site.look();
        assertEquals(0, site.state.counts().longestNanos());
        assertFalse(site.state.export().running());
    }

    @Test
    void silenceDoesNotEndIt() {
        site.measure(-2000).pass(14).look();
        assertTrue(site.state.export().running());
        assertEquals(
                List.of(
                        "export beyond its limit for 14 s, and not measured now",
                        "import is not measured: supervision sees nothing"),
                site.outcome.texts());
        site.pass(1).look();
        assertEquals(SupervisorStage.EXCURSION, site.outcome.stage());
        site.pass(45).look();
        assertTrue(site.lockedOut());
    }

    @Test
    void aSampleIsFreshUntilItIsStale() {
        site.measure(-1000).pass(3).look();
        assertEquals(List.of(), site.outcome.texts());
        site.passNanos(1).look();
        assertEquals(
                List.of(
                        "export is not measured: supervision sees nothing",
                        "import is not measured: supervision sees nothing"),
                site.outcome.texts());
    }

    @Test
    void silenceAndNonsenseBeginNone() {
        site.look().measure(Double.NaN).measure(-2000);
        site.restart().look();
        assertFalse(site.state.export().running());
        assertEquals(1, site.state.counts().excursions());
    }

    @Test
    void infinitePowerIsBeyond() {
        site.measure(Double.NEGATIVE_INFINITY);
        assertTrue(site.state.export().running());
    }

    @Test
    void whereTheLimitIsTakenAwayItEnds() {
        site.measure(-2000).pass(5).with(importOnly()).measure(-2000);
        assertFalse(site.state.export().running());
        assertEquals(5 * SECOND, site.state.counts().longestNanos());
    }

    private static SupervisorSettings importOnly() {
        SupervisorSettings power = Connection.POWER;
        return new SupervisorSettings(
                true,
                power.scheme(),
                1,
                SupervisorSettings.Bound.NONE,
                power.imported(),
                power.toleranceW(),
                power.toleranceA(),
                power.staleNanos());
    }

    @Test
    void theStagesAreNumberedAsInTheStandard() {
        assertEquals(1, SupervisorStage.NORMAL.number());
        assertEquals(2, SupervisorStage.EXCURSION.number());
        assertEquals(3, SupervisorStage.LOCKED_OUT.number());
    }

    @Test
    void anIslandSuspendsItAndDropsWhatIsRunning() {
        site.measure(-2000).pass(20).measure(-2000).island();
        assertEquals(Excursion.NONE, site.state.export());
        assertEquals(SupervisorStage.NORMAL, site.outcome.stage());
        assertEquals(
                List.of("the house runs as an island: supervision is suspended"),
                site.outcome.texts());
        assertEquals(1, site.state.counts().excursions());
    }

    @Test
    void anIslandIsBelievedOnlyWhileItsReadingIsFresh() {
        site.measure(-2000).pass(1);
        site.seen = new GridObservation(-2000, List.of(), false, site.now);
        site.pass(3).look();
        assertFalse(site.state.export().running());
        site.passNanos(1).look();
        assertEquals(
                List.of(
                        "export is not measured: supervision sees nothing",
                        "import is not measured: supervision sees nothing"),
                site.outcome.texts());
    }

    @Test
    void whoIsSwitchedOffSaysNothingAndForgetsWhatIsRunning() {
        site.measure(-2000).with(SupervisorSettings.OFF).pass(100).measure(-9000);
        assertFalse(site.lockedOut());
        assertEquals(List.of(), site.outcome.texts());
        assertEquals(SupervisorStage.NORMAL, site.outcome.stage());
        assertEquals(Excursion.NONE, site.state.export());
    }

    @Test
    void itsLengthIsSaidInWholeSeconds() {
        site.measure(6000).pass(2.999).look();
        assertEquals(List.of("import beyond its limit for 2 s"), site.outcome.texts());
    }
}

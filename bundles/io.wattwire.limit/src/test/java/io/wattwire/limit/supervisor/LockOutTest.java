package io.wattwire.limit.supervisor;

import static io.wattwire.limit.supervisor.Connection.DAY;
import static io.wattwire.limit.supervisor.Connection.HOUR;
import static io.wattwire.limit.supervisor.Connection.MINUTE;
import static io.wattwire.limit.supervisor.Connection.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What leads to state 3, and what does not. */
class LockOutTest {

    private final Connection site = new Connection();

    @Test
    void aMinuteBeyondTheLimitLocksOut() {
        site.measure(-2000).pass(60).passNanos(-1).measure(-2000);
        assertFalse(site.lockedOut());
        site.passNanos(1).measure(-2000);
        assertTrue(site.lockedOut());
        assertEquals(SupervisorStage.LOCKED_OUT, site.outcome.stage());
        assertEquals(Cause.LONG_EXCURSION, site.cause());
        assertEquals(1, site.state.counts().lockOuts());
        assertEquals(1, site.state.counts().events());
        assertEquals(
                new LockOut(
                        Cause.LONG_EXCURSION, Direction.EXPORT, new Event(60 * SECOND, site.wall)),
                site.state.lockOut().orElseThrow());
        assertEquals(List.of(new Event(60 * SECOND, site.wall)), site.state.lockOuts());
    }

    @Test
    void aMinuteThatIsSeenOnlyAtItsEndLocksOutToo() {
        site.measure(6000).pass(60).measure(0);
        assertEquals(Cause.LONG_EXCURSION, site.cause());
        assertEquals(Direction.IMPORT, site.state.lockOut().orElseThrow().direction());
    }

    @Test
    void twoEventsWithinTenMinutesLockOut() {
        site.event().pass(10 * MINUTE - 15).event();
        assertTrue(site.lockedOut());
        assertEquals(Cause.TWO_IN_TEN_MINUTES, site.cause());
        assertEquals(2, site.state.events().size());
        assertEquals(1, site.state.lockOuts().size());
    }

    @Test
    void twoEventsFurtherApartDoNot() {
        site.event().pass(10 * MINUTE - 15).passNanos(1).event();
        assertFalse(site.lockedOut());
        assertEquals(2, site.state.events().size());
    }

    @Test
    void theLatestEventCountsNotTheFirst() {
        site.event().pass(20 * MINUTE).event().pass(9 * MINUTE).event();
        assertEquals(Cause.TWO_IN_TEN_MINUTES, site.cause());
    }

    @Test
    void anEventOfImportAndOneOfExportCountTogether() {
        site.excursion(6000, 15).pass(MINUTE).excursion(-2000, 15);
        assertEquals(Cause.TWO_IN_TEN_MINUTES, site.cause());
        assertEquals(Direction.EXPORT, site.state.lockOut().orElseThrow().direction());
    }

    @Test
    void theFourthEventOfADayLocksOut() {
        site.event().pass(HOUR).event().pass(HOUR).event();
        assertFalse(site.lockedOut());
        site.pass(22 * HOUR - 45).event();
        assertEquals(Cause.MORE_THAN_THREE_A_DAY, site.cause());
    }

    @Test
    void theFourthEventAfterADayDoesNot() {
        site.event().pass(HOUR).event().pass(HOUR).event();
        site.pass(22 * HOUR - 45).passNanos(1).event();
        assertFalse(site.lockedOut());
        assertEquals(3, site.state.events().size());
    }

    @Test
    void manyShortExcursionsLockNothingOut() {
        for (int i = 0; i < 100; i++) {
            site.excursion(-2000, 14.9).pass(0.1);
        }
        assertFalse(site.lockedOut());
        assertEquals(100, site.state.counts().excursions());
        assertEquals(0, site.state.counts().events());
    }

    @Test
    void itLastsThoughAllIsWellAndThoughTheHouseIsAnIsland() {
        site.lockOut().pass(40 * DAY).measure(0);
        assertTrue(site.lockedOut());
        site.island();
        assertTrue(site.lockedOut());
        assertEquals(SupervisorStage.LOCKED_OUT, site.outcome.stage());
        assertEquals(2, site.outcome.texts().size());
    }

    @Test
    void whileLockedOutOnlyTheCountersGrow() {
        site.lockOut();
        LockOut first = site.state.lockOut().orElseThrow();
        site.pass(HOUR).lockOut().pass(1).event();
        assertEquals(Optional.of(first), site.state.lockOut());
        assertEquals(new Counts(3, 3, 1, 60 * SECOND), site.state.counts());
        assertEquals(1, site.state.events().size());
        assertEquals(1, site.state.lockOuts().size());
    }

    @Test
    void itSaysWhyAndSinceWhen() {
        site.lockOut();
        assertEquals(
                List.of(
                        "locked out since 2023-11-14T22:14:20Z (export, one excursion lasted 60 s);"
                                + " the owner or the installer can reset it"),
                site.outcome.texts());
    }

    @Test
    void aRestartKeepsIt() {
        site.lockOut().restart().measure(0);
        assertTrue(site.lockedOut());
        assertEquals(1, site.state.lockOuts().size());
    }

    @Test
    void aRestartDropsAnExcursionInProgress() {
        site.measure(-2000).pass(59).measure(-2000).restart().pass(2).measure(-2000);
        assertFalse(site.lockedOut());
        assertEquals(site.now, site.state.export().sinceNanos());
        assertEquals(1, site.state.counts().events(), "the event itself is not forgotten");
    }

    @Test
    void timeWithoutSupervisionDoesNotAgeEvents() {
        site.event();
        long supervised = site.state.supervisedNanos();
        site.restart().pass(DAY).measure(0);
        assertEquals(supervised, site.state.supervisedNanos());
        site.pass(MINUTE).event();
        assertEquals(Cause.TWO_IN_TEN_MINUTES, site.cause());
    }

    @Test
    void aMonotonicClockThatRunsBackwardsStandsStill() {
        site.measure(0).pass(10).measure(0).pass(-5).measure(0).pass(5).measure(0);
        assertEquals(10 * SECOND, site.state.supervisedNanos());
        site.pass(1).measure(0);
        assertEquals(11 * SECOND, site.state.supervisedNanos());
    }

    @Test
    void timeIsAddedUpWhileItIsSwitchedOffToo() {
        site.event().with(SupervisorSettings.OFF).pass(DAY).look();
        assertEquals((long) (DAY + 15) * SECOND, site.state.supervisedNanos());
    }

    @Test
    void switchedOffItDoesNotForgetALockOut() {
        site.lockOut().with(SupervisorSettings.OFF).look();
        assertFalse(site.lockedOut());
        site.with(Connection.POWER).measure(0);
        assertTrue(site.lockedOut());
    }
}

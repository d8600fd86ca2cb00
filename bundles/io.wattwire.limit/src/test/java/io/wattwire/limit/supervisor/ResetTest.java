package io.wattwire.limit.supervisor;

import static io.wattwire.limit.supervisor.Connection.DAY;
import static io.wattwire.limit.supervisor.Connection.HOUR;
import static io.wattwire.limit.supervisor.Connection.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may end a lock-out, and when. */
class ResetTest {

    private static final SupervisorSettings COMMERCIAL =
            new SupervisorSettings(
                    true,
                    Scheme.COMMERCIAL,
                    1,
                    Connection.POWER.export(),
                    Connection.POWER.imported(),
                    50,
                    0,
                    3 * SECOND);

    private final Connection site = new Connection();

    @Test
    void theOwnerResetsTheFirstTwoOfAMonth() {
        for (int i = 1; i <= 2; i++) {
            site.lockOut();
            ResetOutcome reset = site.reset(Role.OWNER);
            assertTrue(reset.accepted());
            assertEquals("the owner has reset the lock-out", reset.text());
            assertEquals(i, site.state.lockOuts().size());
            site.pass(DAY).measure(0);
            assertFalse(site.lockedOut());
        }
        site.lockOut();
        SupervisorState before = site.state;
        ResetOutcome third = site.reset(Role.OWNER);
        assertFalse(third.accepted());
        assertEquals(before, site.state);
        assertEquals(
                "locked out 3 times in 30 days: only the installer can reset it", third.text());
        assertTrue(site.outcome.texts().get(0).endsWith("); " + third.text()));
    }

    @Test
    void aLockOutCountsForThirtyDays() {
        site.lockOut().reset(Role.OWNER);
        site.pass(DAY).measure(0).lockOut().reset(Role.OWNER);
        site.pass(28 * DAY).measure(0).lockOut();
        double left = 30 * DAY - (29 * DAY + 2 * 60);
        SupervisorState atThirty = site.pass(left).measure(0).state;
        assertFalse(Supervisor.reset(site.settings, atThirty, Role.OWNER).accepted());
        site.passNanos(1).measure(0);
        assertEquals(2, site.state.lockOuts().size());
        assertTrue(site.reset(Role.OWNER).accepted());
    }

    @Test
    void theInstallerClearsTheHistoryButNotTheCounters() {
        for (int i = 0; i < 3; i++) {
            site.lockOut();
            if (i < 2) {
                site.reset(Role.OWNER);
            }
            site.pass(HOUR).measure(0);
        }
        ResetOutcome reset = site.reset(Role.INSTALLER);
        assertTrue(reset.accepted());
        assertEquals("the installer has reset the supervisor", reset.text());
        assertEquals(List.of(), site.state.lockOuts());
        assertEquals(List.of(), site.state.events());
        assertTrue(site.state.lockOut().isEmpty());
        assertEquals(3, site.state.counts().lockOuts());
        site.lockOut();
        assertTrue(site.reset(Role.OWNER).accepted());
    }

    @Test
    void theInstallerMayClearTheHistoryWithoutALockOut() {
        site.event();
        assertTrue(site.reset(Role.INSTALLER).accepted());
        site.pass(1).event();
        assertFalse(site.lockedOut());
    }

    @Test
    void withoutALockOutTheOwnerHasNothingToReset() {
        site.event();
        ResetOutcome reset = site.reset(Role.OWNER);
        assertFalse(reset.accepted());
        assertEquals("there is no lock-out to reset", reset.text());
        assertEquals(1, site.state.events().size());
    }

    @Test
    void aResetForgetsEventsSoThatTheNextOneIsTheFirst() {
        site.event().pass(60).event();
        assertTrue(site.lockedOut());
        assertTrue(site.reset(Role.OWNER).accepted());
        site.pass(60).event();
        assertFalse(site.lockedOut());
        assertEquals(1, site.state.events().size());
    }

    @Test
    void aResetDuringAnExcursionStartsItsClockAnew() {
        for (Role role : Role.values()) {
            Connection beyond = new Connection().measure(-2000).pass(70).measure(-2000);
            assertTrue(beyond.lockedOut());
            assertTrue(beyond.reset(role).accepted());
            beyond.pass(1).measure(-2000);
            assertFalse(beyond.lockedOut());
            beyond.pass(60).measure(-2000);
            assertTrue(beyond.lockedOut());
        }
    }

    @Test
    void onACommercialSiteAnybodyResetsAfterFourHours() {
        site.with(COMMERCIAL).measure(-2000).pass(60).measure(-2000).measure(0);
        site.pass(4 * HOUR).passNanos(-1).measure(0);
        ResetOutcome early = site.reset(Role.OWNER);
        assertFalse(early.accepted());
        assertEquals(
                "locked out for less than 4 h: the installer can reset it now, anybody in 1 min",
                early.text());
        site.passNanos(1).measure(0);
        assertTrue(site.reset(Role.OWNER).accepted());
    }

    @Test
    void theMinutesLeftAreRoundedUp() {
        site.with(COMMERCIAL).lockOut();
        assertTrue(site.reset(Role.OWNER).text().endsWith("anybody in 240 min"));
        site.pass(60).measure(0);
        assertTrue(site.reset(Role.OWNER).text().endsWith("anybody in 239 min"));
        site.pass(1).measure(0);
        assertTrue(site.reset(Role.OWNER).text().endsWith("anybody in 239 min"));
    }

    @Test
    void onACommercialSiteTheInstallerDoesNotWaitAndTheNumberDoesNotMatter() {
        site.with(COMMERCIAL).lockOut();
        assertTrue(site.reset(Role.INSTALLER).accepted());
        for (int i = 0; i < 5; i++) {
            site.measure(0).lockOut().pass(4 * HOUR).measure(0);
            assertTrue(site.reset(Role.OWNER).accepted());
        }
    }

    @Test
    void aJumpOfTheWallClockOpensNothing() {
        site.with(COMMERCIAL).lockOut();
        site.wall += 40L * 86_400_000;
        site.pass(1).measure(0);
        assertTrue(site.lockedOut());
        assertFalse(site.reset(Role.OWNER).accepted());
        assertEquals(1, site.state.lockOuts().size());
    }
}

package io.wattwire.device.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.link.LinkException;
import io.wattwire.device.model.WriteRole;
import io.wattwire.device.server.Answer;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HandBackTest {

    private static final String SETPOINT = "battery_power_setpoint";
    private static final int OWN = DeviceBench.OWN;
    private static final int BUSY = 6;
    private static final UnaryOperator<SessionSettings.Builder> WRITING =
            settings -> settings.writable(WriteRole.OWNER).readDeadline(Duration.ofMillis(1000));

    /** Power 0, automatic, then what the owner had set. */
    private static final List<String> GIVEN_BACK =
            List.of("1 write 50 0", "1 write 51 0", "1 write 50 20");

    private final DeviceBench bench =
            ForcedPower.prepare(new DeviceBench(ForcedPower.family(), WRITING, OWN));

    @AfterEach
    void close() {
        bench.close();
    }

    private void commanded() throws Exception {
        bench.session.write(SETPOINT, -1000);
        bench.asked();
    }

    private void assertForced() {
        assertEquals(ForcedPower.FORCED, bench.get(OWN, ForcedPower.MODE));
    }

    private void assertOwners() {
        assertEquals(0, bench.get(OWN, ForcedPower.MODE));
        assertEquals(ForcedPower.OWNERS_POWER, bench.get(OWN, ForcedPower.POWER));
    }

    @Test
    void anAbandonedSetPointGoesBackSafeFirst() throws Exception {
        commanded();
        bench.pass(60);
        assertTrue(bench.session.tend());
        assertForced();
        bench.pass(1);
        assertTrue(bench.session.tend());
        assertEquals(GIVEN_BACK, bench.written());
        assertOwners();
        bench.pass(60);
        assertTrue(bench.session.tend());
        assertEquals(List.of(), bench.asked());
    }

    @Test
    void aReadThatFindsItAbandonedLeavesTheRestToTheTender() throws Exception {
        commanded();
        bench.pass(61);
        bench.read("soc");
        assertEquals(List.of(), bench.written());
        assertTrue(bench.session.tend());
        assertOwners();
    }

    @Test
    void whileItIsCommandedItStays() throws Exception {
        for (int i = 0; i < 5; i++) {
            bench.session.write(SETPOINT, -1000);
            bench.pass(50);
            bench.session.tend();
        }
        assertForced();
    }

    @Test
    void aClosedSessionGivesBackAndWritesNothingAfter() throws Exception {
        commanded();
        bench.session.close();
        assertEquals(GIVEN_BACK, bench.written());
        assertThrows(LinkException.class, () -> bench.session.write(SETPOINT, 500));
        bench.session.close();
        assertEquals(List.of(), bench.asked());
    }

    @Test
    void afterACrashTheNextRunGivesBack() throws Exception {
        commanded();
        bench.restartAfterCrash();
        assertTrue(bench.session.tend());
        assertEquals(GIVEN_BACK, bench.written());
        assertOwners();
    }

    @Test
    void aRunThatFindsNothingLeftBehindAsksTheDeviceNothing() {
        assertTrue(bench.session.tend());
        assertTrue(bench.session.tend());
        assertEquals(List.of(), bench.asked());
    }

    @Test
    void whatIsCommandedAgainAfterACrashIsNotGivenBack() throws Exception {
        commanded();
        bench.restartAfterCrash();
        bench.session.write(SETPOINT, 500);
        bench.asked();
        assertTrue(bench.session.tend());
        assertEquals(List.of(), bench.written());
        assertForced();
        bench.pass(61);
        assertTrue(bench.session.tend());
        assertOwners();
    }

    @Test
    void aSilentDeviceGetsItsControlBackWhenItAnswersAgain() throws Exception {
        commanded();
        bench.answer(OWN, Answer.silent());
        bench.restartAfterCrash();
        assertFalse(bench.session.tend());
        bench.pass(2);
        assertFalse(bench.session.tend());
        bench.answer(OWN, Answer.normal());
        bench.pass(2);
        assertTrue(bench.session.tend());
        assertOwners();
    }

    @Test
    void aDeviceThatRefusesIsAskedAgainAfterAWhile() throws Exception {
        commanded();
        bench.answer(OWN, Answer.exception(BUSY));
        bench.pass(61);
        assertFalse(bench.session.tend());
        bench.asked();
        bench.pass(5);
        assertFalse(bench.session.tend());
        assertEquals(List.of(), bench.asked());
        bench.answer(OWN, Answer.normal());
        bench.pass(5);
        assertTrue(bench.session.tend());
        assertOwners();
    }

    @Test
    void aCommandWhileControlIsOwedEndsTheDebt() throws Exception {
        commanded();
        bench.answer(OWN, Answer.exception(BUSY));
        bench.pass(61);
        assertFalse(bench.session.tend());
        bench.answer(OWN, Answer.normal());
        bench.session.write(SETPOINT, 500);
        bench.pass(20);
        assertTrue(bench.session.tend());
        assertForced();
    }

    @Test
    void aFirstCommandThatFailsHalfwayIsTakenBack() throws Exception {
        bench.refuseWrites(ForcedPower.MODE, BUSY);
        assertThrows(LinkException.class, () -> bench.session.write(SETPOINT, -1000));
        bench.refuseWrites(ForcedPower.MODE, 0);
        assertTrue(bench.session.tend());
        assertOwners();
    }

    @Test
    void aLimitNeverGoesBackByItself() throws Exception {
        bench.session.write("grid_export_limit", 1000);
        commanded();
        bench.pass(61);
        bench.session.tend();
        bench.restart();
        bench.session.tend();
        assertEquals(1000, bench.get(OWN, 60));
        assertOwners();
    }

    @Test
    void aToolsCommandStaysUntilItsOwnerReleasesIt() throws Exception {
        bench.restart(settings -> WRITING.apply(settings).handsBack(false));
        commanded();
        bench.pass(61);
        assertTrue(bench.session.tend());
        bench.restart();
        assertTrue(bench.session.tend());
        assertForced();
        bench.session.release();
        assertEquals(GIVEN_BACK, bench.written());
    }

    /** Power 0 and what the owner had set are two writes of one register at the same moment. */
    @Test
    void neitherThePaceNorTheBudgetOfARegisterDelaysIt() throws Exception {
        try (DeviceBench spared =
                ForcedPower.prepare(new DeviceBench(ForcedPower.sparedFamily(), WRITING, OWN))) {
            for (int time = 0; time < Wear.RISES_A_DAY + 5; time++) {
                spared.session.write(SETPOINT, -1000);
                spared.asked();
                spared.restart();
                assertEquals(GIVEN_BACK, spared.written(), "hand-back " + time);
            }
            spared.session.write(SETPOINT, -1000);
            assertThrows(WriteRefused.class, () -> spared.session.write(SETPOINT, 500));
            spared.session.release();
            assertEquals(0, spared.get(OWN, ForcedPower.MODE));
            assertEquals(ForcedPower.OWNERS_POWER, spared.get(OWN, ForcedPower.POWER));
        }
    }

    @Test
    void withWritingOffNothingGoesBack() throws Exception {
        commanded();
        bench.restartAfterCrash();
        bench.restart(settings -> settings);
        bench.asked();
        assertTrue(bench.session.tend());
        assertEquals(List.of(), bench.asked());
    }
}

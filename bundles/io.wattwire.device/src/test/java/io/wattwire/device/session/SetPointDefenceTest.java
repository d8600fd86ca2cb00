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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a session keeps a device to its set-point, and when it stops doing so. */
class SetPointDefenceTest {

    private static final String LIMIT = "inverter_power_limit";

    private final Bench bench =
            new Bench(
                    settings ->
                            settings.writable(WriteRole.OWNER)
                                    .readDeadline(Duration.ofMillis(1000))
                                    .setpointValid(Duration.ofSeconds(60)));
    private DeviceSession.Prepared prepared;

    @BeforeEach
    void prepare() {
        prepared = bench.session.prepare(List.of("power"));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    /** Polls once a second. */
    private void poll(int seconds) {
        for (int i = 0; i < seconds; i++) {
            bench.pass(1);
            prepared.read();
        }
    }

    @Test
    void aDeviceThatObeysIsLeftAlone() throws Exception {
        bench.session.write(LIMIT, 2100);
        bench.asked();
        poll(50);
        assertEquals(List.of(), bench.written());
        assertEquals(0, bench.session.health().restarts());
    }

    @Test
    void aDeviceThatForgotGetsItsSetPointAgainAndIsCounted() throws Exception {
        bench.session.write(LIMIT, 2100);
        bench.set(Bench.RATE, 100);
        poll(3);
        assertEquals(50, bench.get(Bench.RATE));
        assertEquals(1, bench.session.health().restarts());
        bench.set(Bench.RATE, 100);
        poll(3);
        assertEquals(50, bench.get(Bench.RATE));
        assertEquals(2, bench.session.health().restarts());
    }

    @Test
    void afterItsValidityASetPointIsDefendedNoMore() throws Exception {
        bench.session.write(LIMIT, 2100);
        poll(61);
        bench.set(Bench.RATE, 10);
        bench.asked();
        poll(20);
        assertEquals(List.of(), bench.written(), "nothing is raised by the session itself");
        assertEquals(10, bench.get(Bench.RATE));
    }

    @Test
    void theFirstWordToADeviceThatIsBackIsItsSetPoint() throws Exception {
        bench.session.write(LIMIT, 2100);
        bench.answer = Answer.silent();
        poll(2);
        bench.set(Bench.RATE, 100);
        bench.answer = Answer.normal();
        bench.asked();
        bench.pass(2);
        prepared.read();
        List<String> asked = bench.asked();
        int write = asked.indexOf("write 30 50");
        assertTrue(write >= 0, asked.toString());
        assertTrue(asked.indexOf("read 0 2") > write, "values come after it: " + asked);
        assertEquals(1, bench.session.health().restarts());
    }

    @Test
    void aSetPointThatTheSilentDeviceMissedIsBroughtWhenItAnswers() {
        bench.answer = Answer.silent();
        assertThrows(LinkException.class, () -> bench.session.write(LIMIT, 2100));
        bench.answer = Answer.normal();
        poll(2);
        assertEquals(50, bench.get(Bench.RATE));
        assertEquals(0, bench.session.health().restarts(), "it never knew it");
    }

    @Test
    void missingANewSetPointIsNoRestart() throws Exception {
        bench.session.write(LIMIT, 2100);
        bench.answer = Answer.silent();
        assertThrows(LinkException.class, () -> bench.session.write(LIMIT, 1050));
        bench.answer = Answer.normal();
        poll(2);
        assertEquals(25, bench.get(Bench.RATE));
        assertEquals(0, bench.session.health().restarts());
    }

    @Test
    void aGatewayThatGetsNoAnswerIsSilence() {
        bench.answer = Answer.exception(11);
        assertThrows(LinkException.class, () -> bench.session.write(LIMIT, 2100));
        assertEquals(LinkState.WAITING, bench.session.health().state());
        bench.answer = Answer.normal();
        poll(2);
        assertEquals(50, bench.get(Bench.RATE));
    }

    @Test
    void aMissedSetPointIsNotBroughtWhenItIsTooOld() {
        bench.answer = Answer.silent();
        assertThrows(LinkException.class, () -> bench.session.write(LIMIT, 2100));
        bench.pass(61);
        bench.answer = Answer.normal();
        bench.asked();
        poll(3);
        assertEquals(List.of(), bench.written());
    }

    @Test
    void aDeadDeviceUnderControlIsWrittenToOnlyWhenATryIsDue() {
        bench.answer = Answer.silent();
        poll(1);
        bench.pass(30);
        poll(1);
        assertEquals(LinkState.DEAD, bench.session.health().state());
        bench.asked();
        LinkException waits =
                assertThrows(LinkException.class, () -> bench.session.write(LIMIT, 2100));
        assertTrue(waits.getMessage().startsWith("dead, tried every 2 s"), waits.getMessage());
        assertEquals(List.of(), bench.asked());
        bench.answer = Answer.normal();
        poll(2);
        assertEquals(50, bench.get(Bench.RATE));
    }

    @Test
    void aDeviceThatNeverObeysIsNotToldForEver() throws Exception {
        bench.ignoreWrites();
        bench.session.write(LIMIT, 2100);
        poll(30);
        long told = bench.written().stream().filter("write 30 50"::equals).count();
        assertEquals(3, told);
    }

    @Test
    void aDeviceThatRefusesIsNotAskedAgainUntilTheNextCommand() throws Exception {
        bench.session.write(LIMIT, 2100);
        bench.set(Bench.RATE, 100);
        bench.asked();
        bench.refuseWrites(4);
        poll(20);
        assertEquals(1, bench.written().size());
        bench.refuseWrites(0);
        bench.session.write(LIMIT, 2100);
        assertEquals(50, bench.get(Bench.RATE));
    }

    @Test
    void aBusyDeviceIsToldAgainWhenItHasTime() throws Exception {
        bench.session.write(LIMIT, 2100);
        bench.set(Bench.RATE, 100);
        bench.refuseWrites(6);
        poll(4);
        assertEquals(100, bench.get(Bench.RATE));
        bench.refuseWrites(0);
        poll(4);
        assertEquals(50, bench.get(Bench.RATE));
    }

    @Test
    void aDeviceThatIsTooBusyToTellWhatItObeysIsAskedAgain() throws Exception {
        bench.session.write(LIMIT, 2100);
        bench.set(Bench.RATE, 100);
        bench.answer = Answer.exception(6);
        poll(4);
        bench.answer = Answer.normal();
        poll(4);
        assertEquals(50, bench.get(Bench.RATE));
    }

    @Test
    void whatTheDeviceForgetsByItselfIsRepeatedInTimeWhileItIsValid() throws Exception {
        bench.session.write("battery_power_setpoint", -1500);
        assertEquals(0x10000 - 1500, bench.get(Bench.CHARGE));
        bench.asked();
        poll(9);
        assertEquals(List.of(), bench.written());
        poll(51);
        assertEquals(6, bench.written().size(), "each 10 s of the 20 after which it is forgotten");
        poll(60);
        assertEquals(List.of(), bench.written());
    }

    @Test
    void whatIsNeverReadBackIsRepeatedInTimeToo() throws Exception {
        bench.ignoreWrites();
        bench.session.write("battery_power_setpoint", -1500);
        poll(5);
        assertEquals(3, bench.written().size(), "tried until nothing speaks for more");
        poll(50);
        assertEquals(5, bench.written().size(), "each 10 s of the 20 after which it is forgotten");
    }

    @Test
    void stoppingAndStartingWritesNothing() throws Exception {
        bench.session.write(LIMIT, 2100);
        bench.asked();
        bench.restart();
        prepare();
        poll(10);
        assertEquals(List.of(), bench.written());
        assertEquals(50, bench.get(Bench.RATE));
        assertFalse(bench.state.load("before-" + LIMIT).isEmpty());
    }
}

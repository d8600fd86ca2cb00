package io.wattwire.device.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.link.LinkException;
import io.wattwire.device.model.WriteRole;
import io.wattwire.device.server.Answer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who commands by wires hears of a refusal by the read-back only, so that must be fresh. */
class RefusedLimitTest {

    private static final String LIMIT = "inverter_power_limit";
    private static final String READ_BACK = "read 30 2";

    private final Bench bench =
            new Bench(
                    settings ->
                            settings.writable(WriteRole.OWNER).readDeadline(Duration.ofSeconds(2)));

    @AfterEach
    void close() {
        bench.close();
    }

    private void refused(double watts) {
        assertThrows(LinkException.class, () -> bench.session.write(LIMIT, watts));
    }

    private boolean readsBack() {
        bench.pass(1);
        bench.asked();
        bench.read(LIMIT);
        return bench.asked().contains(READ_BACK);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4})
    void whatTheDeviceObeysInsteadIsReadAtOnceAndThenEachSecond(int code) throws Exception {
        bench.session.write(LIMIT, 2940);
        bench.refuseWrites(code);
        bench.asked();
        refused(294);
        assertEquals(READ_BACK, bench.asked().get(1), "after the write");
        for (int i = 0; i < 5; i++) {
            assertTrue(readsBack(), "second " + i);
        }
        assertEquals(2940.0, bench.read(LIMIT).value());
    }

    @Test
    void ignoredWritesAreReadBackEachSecondToo() throws Exception {
        bench.session.write(LIMIT, 2940);
        bench.ignoreWrites();
        bench.session.write(LIMIT, 294);
        for (int i = 0; i < 4; i++) {
            assertTrue(readsBack(), "second " + i);
        }
    }

    @Test
    void aLimitThatIsShownIsNotReadEachSecond() throws Exception {
        bench.session.write(LIMIT, 2940);
        bench.read(LIMIT);
        assertEquals(false, readsBack());
    }

    @Test
    void aDeviceThatRefusesForEverIsLeftAlone() throws Exception {
        bench.session.write(LIMIT, 2940);
        bench.refuseWrites(4);
        refused(294);
        int looks = 0;
        for (int i = 0; i < 40; i++) {
            bench.pass(1);
            bench.asked();
            bench.read("inverter_power");
            looks += bench.asked().contains(READ_BACK) ? 1 : 0;
        }
        assertEquals(10, looks);
        assertEquals(0, bench.written().size());
    }

    @Test
    void theLimitBeforeIsNotRepeatedOverOneThatWasRefused() throws Exception {
        bench.session.write(LIMIT, 2940);
        bench.refuseWrites(4);
        refused(294);
        bench.refuseWrites(0);
        bench.asked();
        for (int i = 0; i < 5; i++) {
            bench.pass(3);
            bench.read("inverter_power");
        }
        assertEquals(0, bench.written().size());
    }

    @Test
    void aRefusedLimitIsTriedAgainAfterTheDeviceWasSilent() throws Exception {
        bench.session.write(LIMIT, 2940);
        bench.refuseWrites(4);
        refused(294);
        bench.refuseWrites(0);
        bench.answer = Answer.silent();
        bench.read("inverter_power");
        bench.answer = Answer.normal();
        bench.set(Bench.RATE, 100);
        bench.pass(3);
        bench.read("inverter_power");
        bench.pass(3);
        bench.read("inverter_power");
        assertEquals(7, bench.get(Bench.RATE));
    }

    @Test
    void theRefusalIsTheLastErrorOfTheLink() throws Exception {
        bench.session.write(LIMIT, 2940);
        bench.refuseWrites(3);
        refused(294);
        String error = bench.session.health().lastError();
        assertTrue(error.startsWith(LIMIT + " = 294.0 did not reach the device: "), error);
        assertTrue(error.contains("exception 3"), error);
    }
}

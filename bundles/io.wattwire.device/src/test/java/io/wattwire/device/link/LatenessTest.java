package io.wattwire.device.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.wattwire.device.frame.Adu;
import io.wattwire.device.frame.MbapFramer;
import io.wattwire.device.model.RegisterKind;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LatenessTest {

    private static final int SLOW = 1;
    private static final int GONE = 2;

    private final Lateness lateness =
            new Lateness((frame, number) -> frame.transaction() == number);

    private static Request request(int unit) {
        return new Request(unit, ModbusPdu.readRequest(RegisterKind.HOLDING, 0, 1));
    }

    private static Adu answer(int transaction, int unit) {
        byte[] frame = {0, (byte) transaction, 0, 0, 0, 5, (byte) unit, 3, 2, 0, 7};
        return new MbapFramer().feed(frame, frame.length).get(0);
    }

    private static long seconds(long count) {
        return TimeUnit.SECONDS.toNanos(count);
    }

    private long measured(int unit, long now) {
        return lateness.of(unit, seconds(now)).toSeconds();
    }

    @Test
    void aLateAnswerTellsHowLongItsUnitTakes() {
        lateness.givenUp(request(SLOW), 7, seconds(100));
        assertEquals(0, measured(SLOW, 101));
        lateness.arrived(answer(7, SLOW), seconds(102));
        assertEquals(2, measured(SLOW, 102));
        assertEquals(0, measured(GONE, 102));
    }

    @Test
    void anAnswerOfAnotherNumberTellsNothing() {
        lateness.givenUp(request(SLOW), 7, 0);
        lateness.arrived(answer(8, SLOW), seconds(1));
        lateness.arrived(answer(7, GONE), seconds(1));
        assertEquals(0, measured(SLOW, 1));
    }

    @Test
    void itIsForgottenAfterAMinute() {
        lateness.givenUp(request(SLOW), 7, 0);
        lateness.arrived(answer(7, SLOW), seconds(1));
        assertEquals(1, measured(SLOW, 61));
        assertEquals(0, measured(SLOW, 62));
    }

    @Test
    void oneSlowAnswerAmongQuickOnesDoesNotMakeTheLineSlow() {
        lateness.answered(SLOW, seconds(2), seconds(10));
        for (int i = 0; i < 9; i++) {
            lateness.answered(SLOW, 0, seconds(11));
            lateness.answered(GONE, 0, seconds(11));
        }
        assertEquals(seconds(2), lateness.ofAny(seconds(12)).toNanos());
        lateness.answered(SLOW, 0, seconds(12));
        assertEquals(Duration.ZERO, lateness.ofAny(seconds(12)));
        assertEquals(2, measured(SLOW, 12), "it is waited for all the same");
        lateness.answered(SLOW, seconds(1), seconds(13));
        assertEquals(seconds(1), lateness.ofAny(seconds(13)).toNanos());
    }

    @Test
    void whatNobodyWaitsForIsNotLearntFrom() {
        lateness.givenUp(request(SLOW), 7, 0);
        lateness.arrived(answer(7, SLOW), Lateness.MOST.toNanos() + 1);
        assertEquals(Duration.ZERO, lateness.of(SLOW, Lateness.MOST.toNanos() + 1));
    }

    @Test
    void onlyAUnitThatOnceAnsweredLateIsWaitedFor() {
        lateness.givenUp(request(GONE), 6, 0);
        assertEquals(0, lateness.pendingNanos(0));
        lateness.givenUp(request(SLOW), 7, 0);
        lateness.arrived(answer(7, SLOW), seconds(1));
        assertEquals(0, lateness.pendingNanos(seconds(1)));
        lateness.givenUp(request(SLOW), 8, seconds(10));
        assertEquals(seconds(2), lateness.pendingNanos(seconds(10)));
        assertEquals(0, lateness.pendingNanos(seconds(12)));
        lateness.arrived(answer(8, SLOW), seconds(11));
        assertEquals(0, lateness.pendingNanos(seconds(11)));
    }

    @Test
    void aLostConnectionOwesNothing() {
        lateness.givenUp(request(SLOW), 7, 0);
        lateness.arrived(answer(7, SLOW), seconds(1));
        lateness.givenUp(request(SLOW), 8, seconds(1));
        lateness.forgetOwed();
        assertEquals(0, lateness.pendingNanos(seconds(1)));
    }
}

package io.wattwire.device.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.link.LinkException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LinkWatchTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final SimulatedClock clock = new SimulatedClock();
    private boolean sunIsDown;

    private LinkWatch watch(boolean underControl) {
        return new LinkWatch("test", underControl, () -> sunIsDown, clock::nanos);
    }

    /**
     * Polls once a second, as a timer does, while the device is silent; tells how often it was
     * asked.
     */
    private int pollsInSilence(LinkWatch watch, int seconds) {
        int tries = 0;
        for (int i = 0; i < seconds; i++) {
            if (watch.mayTry()) {
                watch.tried();
                watch.failed("no answer");
                tries++;
            }
            clock.pass(SECOND);
        }
        return tries;
    }

    @Test
    void waitsBeforeTheFirstExchange() {
        LinkWatch watch = watch(false);
        assertEquals(LinkState.WAITING, watch.state());
        assertTrue(watch.mayTry());
    }

    @Test
    void shortSilenceIsTriedAtTheNormalPaceAndIsNotDeath() {
        LinkWatch watch = watch(false);
        watch.succeeded();
        assertEquals(29, pollsInSilence(watch, 29));
        assertEquals(LinkState.WAITING, watch.state());
        watch.succeeded();
        assertEquals(LinkState.CONNECTED, watch.state());
        assertEquals(1, watch.connections(), "a short silence is no new connection");
        assertEquals(2, watch.returns(), "but the device may have restarted");
    }

    @Test
    void deadReadOnlyDeviceIsTriedOnceInSixtySeconds() {
        LinkWatch watch = watch(false);
        watch.succeeded();
        pollsInSilence(watch, 31);
        assertEquals(LinkState.DEAD, watch.state());
        assertEquals(10, pollsInSilence(watch, 600));
    }

    @Test
    void deadDeviceUnderControlIsTriedEveryTwoSeconds() {
        LinkWatch watch = watch(true);
        watch.succeeded();
        pollsInSilence(watch, 31);
        assertEquals(LinkState.DEAD, watch.state());
        assertEquals(30, pollsInSilence(watch, 60));
    }

    @Test
    void whileWaitingTheReasonIsTold() {
        LinkWatch watch = watch(false);
        pollsInSilence(watch, 32);
        LinkException refusal = assertThrows(LinkException.class, watch::refuseWhileWaiting);
        assertEquals("dead, tried every 60 s: no answer", refusal.getMessage());
    }

    @Test
    void silenceAfterDuskIsSleep() {
        sunIsDown = true;
        LinkWatch watch = watch(false);
        watch.succeeded();
        pollsInSilence(watch, 32);
        assertEquals(LinkState.ASLEEP, watch.state());
    }

    @Test
    void anAnswerAfterDeathIsANewConnection() {
        LinkWatch watch = watch(false);
        watch.succeeded();
        pollsInSilence(watch, 40);
        watch.succeeded();
        assertEquals(LinkState.CONNECTED, watch.state());
        assertEquals(2, watch.connections());
        assertEquals(0, watch.ageMillis());
    }

    @Test
    void aWireThatOthersHoldSaysNothingOfTheDevice() {
        LinkWatch watch = watch(false);
        watch.succeeded();
        watch.hindered("the wire is taken");
        assertEquals(LinkState.CONNECTED, watch.state());
        assertEquals("the wire is taken", watch.lastError());
    }

    @Test
    void ageGrowsFromTheOpeningUntilTheFirstAnswer() {
        LinkWatch watch = watch(false);
        clock.pass(Duration.ofMillis(1500));
        assertEquals(1500, watch.ageMillis());
        assertFalse(watch.isConnected());
    }
}

package io.wattwire.standalone.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class PendingTest {
    private final Faults faults = new Faults();
    private Pending pending = new Pending(faults, Duration.ofHours(1));

    @AfterEach
    void end() {
        pending.close();
    }

    @Test
    void whatComesInTimeIsNoFault() throws Exception {
        pending.missing("meter", "driver is not there", "configure it");
        assertFalse(pending.await(Duration.ofMillis(1)));

        pending.found("meter", "driver is not there");

        assertTrue(pending.await(Duration.ofMillis(1)));
        assertTrue(faults.list().isEmpty());
    }

    @Test
    void whatStaysMissingBecomesOneFault() throws Exception {
        pending.close();
        pending = new Pending(faults, Duration.ofMillis(1));
        pending.missing("meter", "driver is not there", "configure it");
        pending.missing("meter", "driver is not there", "configure it");

        while (faults.list().isEmpty()) {
            Thread.onSpinWait();
        }

        assertEquals("meter", faults.list().get(0).source());
        assertEquals(1, faults.list().size());
    }

    @Test
    void nothingIsAFaultWhileOthersStillStart() throws Exception {
        pending.close();
        pending = new Pending(faults, Duration.ofSeconds(2));
        pending.missing("slow", "driver is not there", "configure it");
        long end = System.nanoTime() + Duration.ofSeconds(4).toNanos();
        long longestGap = 0;
        for (long last = System.nanoTime(); last - end < 0; ) {
            pending.missing("other", "starts", "");
            assertFalse(pending.await(Duration.ofMillis(50)));
            pending.found("other", "starts");
            longestGap = Math.max(longestGap, System.nanoTime() - last);
            last = System.nanoTime();
        }
        boolean fair = longestGap < Duration.ofSeconds(1).toNanos();
        assertTrue(!fair || faults.list().isEmpty(), () -> "" + faults.list());

        while (faults.list().isEmpty()) { // nothing comes any more
            Thread.onSpinWait();
        }
        assertEquals("slow", faults.list().get(0).source());
    }

    @Test
    void aWaiterIsWokenByTheLastThingThatComes() throws Exception {
        pending.missing("a", "x", "");
        pending.missing("b", "y", "");
        Thread other =
                new Thread(
                        () -> {
                            pending.found("a", "x");
                            pending.found("b", "y");
                        });
        other.start();

        assertTrue(pending.await(Duration.ofSeconds(60)));
        other.join();
    }

    @Test
    void aNewRunMissesNothing() throws Exception {
        pending.missing("a", "x", "");

        pending.reset();

        assertTrue(pending.await(Duration.ZERO));
    }
}

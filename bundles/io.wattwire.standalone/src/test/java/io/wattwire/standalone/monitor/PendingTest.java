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

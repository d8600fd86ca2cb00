package io.wattwire.standalone.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FaultsTest {
    private final Faults faults = new Faults();

    @Test
    void aStandingFaultIsHeardOnce() {
        faults.report("a", "broken", "mend it");
        faults.report("a", "broken", "mend it");

        assertEquals(1, faults.list().size());
        assertEquals("a: broken; mend it", faults.list().get(0).toString());
    }

    @Test
    void aFaultThatWasOverIsHeardAgain() {
        faults.report("a", "broken", "mend it");
        faults.clear("a", "broken");
        faults.report("a", "broken", "mend it");
        faults.clear("a");
        faults.report("a", "broken", "mend it");

        assertEquals(3, faults.list().size());
    }

    @Test
    void onlyTheLatestAreKept() {
        for (int i = 0; i < 300; i++) {
            faults.report("a" + i, "broken", "mend it");
        }

        assertEquals(200, faults.list().size());
        assertEquals("a299", faults.list().get(199).source());
    }

    @Test
    void aNewRunHasNoFaults() {
        faults.report("a", "broken", "mend it");

        faults.reset();

        assertTrue(faults.list().isEmpty());
    }
}

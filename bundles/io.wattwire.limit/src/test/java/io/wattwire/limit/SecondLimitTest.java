package io.wattwire.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** Two limits with one inverter. */
class SecondLimitTest extends LimitRunBench {

    @Test
    void aSecondLimitOfTheSameInverterWritesNothingUntilTheFirstIsGone() {
        Object first = new Object();
        claims.take(first, "other", Set.of("inverter"), 0);
        open(20);
        assertTrue(wires.inverter.isEmpty());
        assertTrue(((String) said("configuration_problem")).contains("other limits inverter"));
        assertEquals("starting", said("state"));
        claims.drop(first);
        open(20);
        assertEquals("", said("configuration_problem"));
        assertFalse(wires.inverter.isEmpty());
    }

    @Test
    void whatItCommandsIsShownToOthersAsLongAsItMay() {
        Object first = new Object();
        claims.take(first, "other", Set.of("inverter"), 0);
        open(5);
        assertEquals(Set.of(), signs.get(signs.size() - 1), "nothing of a refused one");
        claims.drop(first);
        open(5);
        assertEquals(Set.of("inverter/inverter_power_limit"), signs.get(signs.size() - 1));
        change("shadow", "true");
        open(5);
        assertEquals(Set.of(), signs.get(signs.size() - 1), "nothing in shadow mode");
    }

    @Test
    void aSecondLimitDoesNotEvenEndWithAWrite() {
        claims.take(new Object(), "other", Set.of("inverter"), 0);
        open(5);
        run.ending().ask();
        run.run();
        assertTrue(wires.inverter.isEmpty());
    }

    @Test
    void oneThatMayCommandAgainBeginsAtTheFallBack() {
        open(20);
        double opened = limit();
        Object stricter = new Object();
        claims.take(stricter, "other", Set.of("inverter"), -100);
        open(5);
        wires.inverter.clear();
        open(5);
        assertTrue(opened > 0 && wires.inverter.isEmpty());
        claims.drop(stricter);
        open(3);
        assertEquals(0, Wires.limit(wires.inverter.remove()));
    }
}

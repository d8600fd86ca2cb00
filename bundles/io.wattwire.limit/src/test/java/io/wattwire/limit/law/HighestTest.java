package io.wattwire.limit.law;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Limits that an inverter may still show because they were in force a moment ago. */
class HighestTest {

    private static final long SECOND = 1_000_000_000L;
    private static final double NONE = Double.NEGATIVE_INFINITY;

    private static void expect(double watts, Highest highest, double atS) {
        assertEquals(watts, highest.wattsAt((long) (atS * SECOND)), "after " + atS + " s");
    }

    @Test
    void aLimitCountsForTenSecondsAfterItWasInForce() {
        Highest one = Highest.NONE.see(3000, 100 * SECOND);
        expect(3000, one, 100);
        expect(3000, one, 109.999);
        expect(NONE, one, 110);
        expect(NONE, Highest.NONE, 100);
        expect(NONE, Highest.NONE, 5);
    }

    @Test
    void aLowerOneCountsWhenTheHigherOneIsLongAgo() {
        Highest two = Highest.NONE.see(3000, 100 * SECOND).see(1000, 105 * SECOND);
        expect(3000, two, 109);
        expect(1000, two, 110);
        expect(1000, two, 114.999);
        expect(NONE, two, 115);
    }

    @Test
    void aHigherOneReplacesALowerOne() {
        Highest two = Highest.NONE.see(1000, 100 * SECOND).see(3000, 105 * SECOND);
        expect(3000, two, 114.999);
        expect(NONE, two, 115);
    }

    @Test
    void theSameOnceMoreCountsFromThen() {
        Highest same = Highest.NONE.see(1000, 100 * SECOND).see(1000, 105 * SECOND);
        expect(1000, same, 112);
        Highest second =
                Highest.NONE
                        .see(3000, 100 * SECOND)
                        .see(1000, 101 * SECOND)
                        .see(1000, 108 * SECOND);
        expect(1000, second, 117);
    }

    @Test
    void ofThoseAfterTheHighestTheHighestIsKept() {
        Highest three =
                Highest.NONE
                        .see(3000, 100 * SECOND)
                        .see(2000, 102 * SECOND)
                        .see(1000, 104 * SECOND);
        expect(3000, three, 109);
        expect(2000, three, 111);
        Highest rising =
                Highest.NONE
                        .see(3000, 100 * SECOND)
                        .see(1000, 102 * SECOND)
                        .see(2000, 104 * SECOND);
        expect(2000, rising, 113);
    }

    @Test
    void whatIsLongAgoDoesNotHideWhatComesNext() {
        Highest late = Highest.NONE.see(3000, 100 * SECOND).see(1000, 111 * SECOND);
        expect(1000, late, 112);
        Highest after =
                Highest.NONE
                        .see(3000, 100 * SECOND)
                        .see(2000, 105 * SECOND)
                        .see(1000, 112 * SECOND);
        expect(2000, after, 114);
        expect(1000, after, 116);
        expect(NONE, after, 122);
    }

    @Test
    void theClockMayStandAnywhere() {
        long end = Long.MAX_VALUE - SECOND;
        Highest one = Highest.NONE.see(3000, end);
        assertEquals(3000, one.wattsAt(end + 9 * SECOND));
        assertEquals(NONE, one.wattsAt(end + 10 * SECOND));
    }
}

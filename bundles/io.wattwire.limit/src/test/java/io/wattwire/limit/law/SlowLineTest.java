package io.wattwire.limit.law;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** A line on which an answer takes a second: readings come late, and never of the same moment. */
class SlowLineTest {

    private static final double OPEN_AT_3_KW = 2940;

    private final Bench bench = Bench.open();

    @Test
    void aReadingThatIsLateWhileTooMuchFlowsOutClosesTheLimit() {
        bench.wait(1.0).measure(300 - OPEN_AT_3_KW, OPEN_AT_3_KW).step();
        assertEquals(210, bench.limitW());
        bench.wait(1.4).step();
        assertEquals(210, bench.limitW(), "it may still come");
        bench.wait(0.2).step();
        assertEquals(0, bench.limitW());
        assertEquals(Phase.HOLDING, bench.unit().phase(), "the next reading decides again");
    }

    @Test
    void aReadingThatIsLateWhileNothingFlowsOutIsWaitedFor() {
        bench.wait(1.0).measure(60, OPEN_AT_3_KW).step();
        bench.wait(1.6).step();
        assertEquals(OPEN_AT_3_KW, bench.limitW());
        assertEquals(Phase.HOLDING, bench.unit().phase());
    }

    @Test
    void anInverterThatWasFallingDoesNotCountWithWhatItWasASecondAgo() {
        bench.wait(1.0).measure(60, OPEN_AT_3_KW).step();
        bench.wait(1.5).lay(Input.INVERTER, 2400).step();
        bench.wait(1.0).lay(Input.GRID, -1300).step();
        // it fell 540 W in 1.5 s, and twice as fast in the second since: 1680 W
        assertEquals(294, bench.limitW(), "1680 - 1300 - 20 less one step, in whole steps");
    }

    @Test
    void anInverterOfTheSameMomentCountsWithWhatItSays() {
        bench.wait(1.0).measure(60, OPEN_AT_3_KW).step();
        bench.wait(1.0).lay(Input.INVERTER, 2400).step();
        bench.wait(0.5).lay(Input.GRID, -1300).step();
        assertEquals(1008, bench.limitW(), "2400 - 1300 - 20 less one step, in whole steps");
    }
}

package io.wattwire.limit.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** An inverter that is read before the meter, or whose values are late: its samples are older. */
class OldSamplesTest {

    private static final double OPEN_AT_3_KW = 2940;

    /** Both once a second, the inverter a little before the meter; judged when the meter comes. */
    private static void second(Bench bench, double gridW, double inverterW) {
        bench.wait(0.9).lay(Input.INVERTER, inverterW).lay(Input.READ_BACK, bench.limitW());
        bench.wait(0.1).lay(Input.GRID, gridW + bench.nowS % 0.7).step();
    }

    private static Bench open() {
        Bench bench = Bench.open();
        for (int i = 0; i < 5; i++) {
            second(bench, 60, OPEN_AT_3_KW);
        }
        assertEquals(OPEN_AT_3_KW, bench.limitW());
        return bench;
    }

    @Test
    void theLimitFallsWhenTheLoadEndsUnderACloudThoughNothingIsExported() {
        Bench bench = open();
        for (int i = 0; i < 5; i++) {
            second(bench, 2800, 200);
        }
        assertEquals(OPEN_AT_3_KW, bench.limitW(), "the load is still there");
        second(bench, 100, 200);
        second(bench, 100, 200);
        assertEquals(210, bench.limitW(), "200 generated + 100 imported");
    }

    @Test
    void theLimitFallsBeforeARestartedInverterFeedsIn() {
        Bench bench = open();
        second(bench, 300, 0);
        second(bench, 300, 0);
        assertTrue(bench.limitW() <= 300, "" + bench.limitW());
    }

    @Test
    void whatTheInverterGainsAfterItsSampleIsNoLostLoad() {
        Bench bench = open();
        for (int i = 0; i < 5; i++) {
            second(bench, 2800, 200);
        }
        double generated = 200;
        for (int i = 0; i < 10; i++) {
            // the meter sees 150 W more than the inverter's sample a moment before
            double later = Math.min(OPEN_AT_3_KW, generated + 150);
            second(bench, 3000 - later, generated);
            assertEquals(OPEN_AT_3_KW, bench.limitW(), "the sun returns");
            generated = Math.min(OPEN_AT_3_KW, generated + 600);
        }
    }

    @Test
    void thePeakIsThatFromJustBeforeTheSampleUntilNow() {
        Peaks peaks = Peaks.NONE;
        double[] shown = {900, 100, 300, 200};
        for (int second = 0; second < shown.length; second++) {
            peaks = peaks.see(grid(shown[second], second));
        }
        assertEquals(List.of(300.0), peaks.since(1_500_000_000L));
        assertEquals(List.of(300.0), peaks.since(2_000_000_000L));
        assertEquals(List.of(200.0), peaks.since(3_000_000_000L));
        assertEquals(List.of(900.0), peaks.since(0));
        assertEquals(List.of(), peaks.since(-1), "nobody looked before");
    }

    @Test
    void readingsThatComeFastAreKeptAsFew() {
        Peaks peaks = Peaks.NONE;
        for (int i = 0; i < 1000; i++) {
            peaks = peaks.see(grid(i % 7, i * 0.05));
        }
        assertTrue(peaks.readings().size() <= 31, "" + peaks.readings().size());
        assertEquals(List.of(6.0), peaks.since(45_000_000_000L));
    }

    private static GridView grid(double watts, double atS) {
        Sample sample = new Sample(watts, (long) (atS * 1e9), (long) (atS * 100) + 1);
        Watch total = Watch.NONE.see(sample, 1e6);
        return new GridView(total, List.of(), false, java.util.Set.of());
    }
}

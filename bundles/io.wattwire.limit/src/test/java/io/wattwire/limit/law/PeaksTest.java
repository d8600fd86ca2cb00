package io.wattwire.limit.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the meter showed at most since a moment. */
class PeaksTest {

    private static final long SECOND = 1_000_000_000L;

    private Peaks peaks = Peaks.NONE;
    private long number;

    private static Watch watch(double watts, double atS, long number) {
        return Watch.NONE.see(new Sample(watts, nanos(atS), number), 1e9);
    }

    private static long nanos(double seconds) {
        return Math.round(seconds * SECOND);
    }

    private void see(double atS, double... watts) {
        number++;
        List<Watch> phases = new ArrayList<>();
        for (double phase : watts) {
            phases.add(watch(phase, atS, number));
        }
        boolean sum = watts.length == 1;
        peaks =
                peaks.see(
                        new GridView(
                                watch(watts[0], atS, number),
                                sum ? List.of() : phases,
                                false,
                                Set.of()));
    }

    private void expect(double sinceS, Double... watts) {
        assertEquals(List.of(watts), peaks.since(nanos(sinceS)), "since " + sinceS + " s");
    }

    @Test
    void nothingIsKnownBeforeTheFirstReading() {
        assertEquals(List.of(), Peaks.NONE.since(5));
        see(1, 300);
        expect(0.9);
        expect(1, 300.0);
        expect(7, 300.0);
    }

    @Test
    void theReadingThatStoodAtThatMomentCountsToo() {
        see(1, 900);
        see(2, 100);
        see(3, 500);
        see(4, 200);
        expect(1.999, 900.0);
        expect(2, 500.0);
        expect(3.5, 500.0);
        expect(4, 200.0);
    }

    @Test
    void eachPhaseHasItsOwnPeak() {
        see(1, 100, 900, -300);
        see(2, 800, 200, -500);
        expect(1, 800.0, 900.0, -300.0);
        expect(2, 800.0, 200.0, -500.0);
    }

    @Test
    void anEvaluationWithoutAReadingChangesNothing() {
        see(1, 300);
        Watch old = watch(300, 1, number);
        Watch again = old.see(old.last(), 1e9);
        assertSame(peaks, peaks.see(new GridView(again, List.of(), false, Set.of())));
    }

    @Test
    void readingsCloserThanFourTenthsOfASecondAreKeptAsTheHigher() {
        see(1, 300);
        see(1.3, 700);
        see(1.399, 100);
        assertEquals(1, peaks.readings().size());
        expect(1, 700.0);
        see(1.4, 50);
        assertEquals(2, peaks.readings().size());
        expect(1.4, 50.0);
    }

    @Test
    void whereThePhasesWereNotMeasuredBeforeOnlyTheNewReadingCounts() {
        see(1, 900);
        see(1.1, 100, 200, 300);
        expect(1, 100.0, 200.0, 300.0);
    }

    @Test
    void twelveSecondsAreRemembered() {
        see(1, 900);
        see(12.999, 100);
        expect(1, 900.0);
        see(13, 200);
        assertEquals(List.of(), peaks.since(nanos(5)));
        expect(12.999, 200.0);
    }

    @Test
    void aMeterWhoseClockRunsBackwardsIsHeardAnew() {
        see(10, 900);
        see(9, 100);
        assertEquals(1, peaks.readings().size());
        expect(10, 100.0);
    }
}

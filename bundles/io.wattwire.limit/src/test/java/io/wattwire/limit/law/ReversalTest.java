package io.wattwire.limit.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Steps of the inverters that show which way round the meter counts. */
class ReversalTest {

    private static final long SECOND = 1_000_000_000L;

    private Reversal reversal = Reversal.NONE;
    private double gridW = 500;
    private double powerW = 1000;
    private long now = 100 * SECOND;
    private long apart;
    private long late = SECOND;
    private long number;

    @BeforeEach
    void firstReading() {
        step(0, 0);
    }

    private static Watch watch(double watts, long takenNanos, long number) {
        return Watch.NONE.see(new Sample(watts, takenNanos, number), 1e9);
    }

    /** The inverters move by so much, and the meter by so much. */
    private void step(double movedW, double gridMovedW) {
        now += SECOND;
        powerW += movedW;
        gridW += gridMovedW;
        number++;
        look();
    }

    private void look() {
        // two inverters, one of them steady
        LimitState start = LimitState.start(2, 0);
        List<UnitState> units =
                List.of(unit(watch(powerW, now + apart, number)), unit(watch(400, now, number)));
        LimitState seen =
                new LimitState(
                        0,
                        watch(gridW, now, number),
                        List.of(),
                        start.excursions(),
                        0,
                        start.time(),
                        start.balance(),
                        start.battery(),
                        reversal,
                        start.proof(),
                        start.peaks(),
                        units);
        reversal = reversal.see(seen.grid().last(), Sources.of(seen, now + late), now);
    }

    private static UnitState unit(Watch inverter) {
        UnitState start = UnitState.START;
        return new UnitState(
                start.phase(), 0, 0, inverter, start.readBack(), 0, start.rise(), start.emission());
    }

    @Test
    void threeStepsTheWrongWayInARowAreAReversal() {
        step(300, 300);
        step(-200, -200);
        assertFalse(reversal.found());
        step(100, 100);
        assertTrue(reversal.found());
    }

    @Test
    void aStepTheRightWayBeginsTheCountAnew() {
        step(300, 300);
        step(300, 300);
        step(300, -300);
        assertEquals(0, reversal.wrong());
        step(300, 300);
        step(300, 300);
        assertFalse(reversal.found());
    }

    @Test
    void oneSampleIsOneStepHoweverOftenItIsLookedAt() {
        step(300, 300);
        step(300, 300);
        look();
        look();
        assertFalse(reversal.found());
    }

    @ParameterizedTest(name = "100 W more, and {0} W more at the meter")
    @ValueSource(doubles = {71, 100, 129})
    void roughlyTheSameIsTheWrongWay(double moved) {
        step(100, moved);
        assertEquals(1, reversal.wrong());
        step(100, -moved);
        assertEquals(0, reversal.wrong());
    }

    @ParameterizedTest(name = "100 W more, and {0} W more at the meter")
    @ValueSource(doubles = {0, 70, 130, 5000, -70, -130, -5000})
    void anythingElseIsALoadThatChangedAndSaysNothing(double moved) {
        step(300, 300);
        step(100, moved);
        assertEquals(1, reversal.wrong());
    }

    @Test
    void stepsOfLessThanFiftyWattsAreNoise() {
        step(49.9, 49.9);
        step(-49.9, -49.9);
        assertEquals(0, reversal.wrong());
        step(-50, -50);
        assertEquals(1, reversal.wrong());
        step(49, -49);
        assertEquals(1, reversal.wrong(), "nor do they clear it");
    }

    @Test
    void itIsTriedAgainAfterAQuarterOfAnHour() {
        step(300, 300);
        step(300, 300);
        step(300, 300);
        long found = now;
        now = found + 900 * SECOND - 1;
        number++;
        look();
        assertTrue(reversal.found());
        now++;
        number++;
        look();
        assertFalse(reversal.found());
        step(300, 300);
        step(300, 300);
        assertFalse(reversal.found(), "and takes three steps again");
        step(300, 300);
        assertTrue(reversal.found());
    }

    @Test
    void samplesOfAnotherMomentSayNothing() {
        apart = 600_000_000;
        step(300, 300);
        apart = -apart;
        step(300, 300);
        assertEquals(0, reversal.wrong());
        apart = 599_999_999;
        step(300, 300);
        assertEquals(0, reversal.wrong(), "it needs two of them to see a step");
        apart = -apart;
        step(300, 300);
        assertEquals(1, reversal.wrong());
    }
}

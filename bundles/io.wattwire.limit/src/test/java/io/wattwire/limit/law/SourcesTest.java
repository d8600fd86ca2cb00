package io.wattwire.limit.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the inverters generate at the moment in which the meter is read. */
class SourcesTest {

    private static final long MILLI = 1_000_000;
    private static final long GRID = 100_000 * MILLI;

    /** An inverter that gave 1000 W and gives 2000 W, read these ms after the meter. */
    private static UnitState unit(int beforeMs, int lastMs) {
        UnitState start = UnitState.START;
        Watch inverter =
                Watch.NONE
                        .see(new Sample(1000, GRID + beforeMs * MILLI, 1), 1e9)
                        .see(new Sample(2000, GRID + lastMs * MILLI, 2), 1e9);
        return new UnitState(
                start.phase(), 0, 0, inverter, start.readBack(), 0, start.rise(), start.emission());
    }

    private static Sources seen(int afterMs, UnitState... units) {
        LimitState start = LimitState.start(1, 0);
        Watch grid = Watch.NONE.see(new Sample(500, GRID, 1), 1e9);
        LimitState state =
                new LimitState(
                        0,
                        grid,
                        List.of(),
                        start.excursions(),
                        0,
                        start.time(),
                        start.balance(),
                        start.battery(),
                        start.reversal(),
                        start.proof(),
                        start.peaks(),
                        List.of(units));
        return Sources.of(state, GRID + afterMs * MILLI);
    }

    @Test
    void oneThatWasReadJustBeforeCountsAtOnce() {
        Sources sources = seen(100, unit(-1300, -300));
        assertEquals(2000, sources.powerW());
        assertFalse(sources.awaited());
    }

    @Test
    void betweenTwoSamplesItIsOnItsWay() {
        Sources sources = seen(500, unit(-700, 300));
        assertEquals(1700, sources.powerW(), 0.1);
        assertFalse(sources.awaited());
    }

    @Test
    void oneThatIsReadAfterTheMeterIsAwaited() {
        assertTrue(seen(500, unit(-1900, -900)).awaited());
        Sources late = seen(900, unit(-1900, -900));
        assertFalse(late.awaited());
        assertTrue(Double.isNaN(late.powerW()), "it did not come");
    }

    @Test
    void halfASecondBeforeIsGoodEnoughWhenNothingBetterComes() {
        assertTrue(seen(800, unit(-1500, -500)).awaited());
        Sources late = seen(900, unit(-1500, -500));
        assertFalse(late.awaited());
        assertEquals(2000, late.powerW());
    }

    @Test
    void whatIsReadEveryFiveSecondsIsNeitherAwaitedNorGuessedBetween() {
        assertFalse(seen(100, unit(-7000, -2000)).awaited());
        assertTrue(Double.isNaN(seen(100, unit(-4000, 1000)).powerW()));
    }

    @Test
    void nobodyWaitsForOneWhereAnotherOneIsGone() {
        assertFalse(seen(100, unit(-1900, -900), unit(-7000, -6000)).awaited());
    }

    @Test
    void allOfThemCount() {
        assertEquals(3700, seen(500, unit(-700, 300), unit(-1100, -100)).powerW(), 0.1);
    }

    @Test
    void oneThatWasReadInTheSameInstantCountsThoughItWasReadAgainSince() {
        assertEquals(1000, seen(800, unit(0, 1000)).powerW());
        assertEquals(2000, seen(800, unit(-1000, 0)).powerW());
    }

    @Test
    void moreThanAThirdOfASecondBeforeABetterOneIsAwaited() {
        assertFalse(seen(100, unit(-1350, -350)).awaited());
        assertTrue(seen(100, unit(-1351, -351)).awaited());
    }

    @Test
    void oneThatIsReadOnceASecondIsAwaitedForAnotherHalf() {
        assertTrue(seen(100, unit(-2499, -1499)).awaited());
        assertFalse(seen(100, unit(-2500, -1500)).awaited());
    }

    @Test
    void whatIsSixTenthsApartIsOfAnotherMoment() {
        assertEquals(2000, seen(900, unit(-1599, -599)).powerW());
        assertTrue(Double.isNaN(seen(900, unit(-1600, -600)).powerW()));
        assertEquals(2000, seen(900, unit(-1000, 599)).powerW());
        assertTrue(Double.isNaN(seen(900, unit(-1000, 600)).powerW()));
    }

    @Test
    void betweenSamplesASecondAndAHalfApartNothingIsGuessed() {
        assertEquals(1599.7, seen(900, unit(-899, 600)).powerW(), 0.1);
        assertTrue(Double.isNaN(seen(900, unit(-900, 600)).powerW()));
    }

    @Test
    void beforeTheFirstSampleNothingIsGuessedOrAwaited() {
        Sources none = seen(100, UnitState.START);
        assertFalse(none.awaited());
        assertTrue(Double.isNaN(none.powerW()));
        UnitState start = UnitState.START;
        Watch once = Watch.NONE.see(new Sample(2000, GRID + 500 * MILLI, 1), 1e9);
        UnitState unit =
                new UnitState(
                        start.phase(),
                        0,
                        0,
                        once,
                        start.readBack(),
                        0,
                        start.rise(),
                        start.emission());
        assertEquals(2000, seen(600, unit).powerW());
    }
}

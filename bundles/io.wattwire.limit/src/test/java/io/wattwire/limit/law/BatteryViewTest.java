package io.wattwire.limit.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a battery that is counted on would take, and when it is not counted on. */
class BatteryViewTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long TAKEN = 1000 * SECOND;

    private final Map<String, Object> choices = new HashMap<>(Map.of("battery.use", "first"));
    private Readings readings = Readings.NONE;
    private BatteryState before = BatteryState.NONE;
    private Watch grid = Watch.NONE;
    private long now = TAKEN;
    private double allowedW;

    @BeforeEach
    void halfFullAndIdle() {
        lay(Input.BATTERY, 0);
        lay(Input.BATTERY_SOC, 50);
        lay(Input.BATTERY_MAX_CHARGE, 2000);
        lay(Input.BATTERY_MAX_DISCHARGE, 1500);
    }

    private void lay(Input input, double value) {
        readings = readings.with(Slot.site(input), new Sample(value, TAKEN, 1));
    }

    private BatteryView view() {
        return BatteryView.of(Choice.of(choices), before, readings, grid, allowedW, now);
    }

    @ParameterizedTest(name = "it takes {0} W: {1} W more, less the reserve")
    @CsvSource({"0, 1900", "500, 1400", "1900, 0", "1950, 0", "-300, 2200"})
    void whatItDoesNotTakeYetCountsLessAReserve(double takes, double counts) {
        lay(Input.BATTERY, takes);
        assertEquals(counts, view().usableW());
    }

    @Test
    void afullOneCountsWithWhatItGives() {
        lay(Input.BATTERY_SOC, 92);
        assertTrue(view().full());
        assertEquals(0, view().usableW());
        lay(Input.BATTERY, -600);
        assertEquals(500, view().usableW());
    }

    @ParameterizedTest(name = "{0} %, was full: {1}: full: {2}")
    @CsvSource({
        "0, false, false", "91.9, false, false", "92, false, true", "100, false, true",
        "100, true, true", "88.1, true, true", "88, true, false", "0, true, false",
        "-0.1, false, true", "100.1, false, true", "NaN, false, true"
    })
    void isFullFromNinetyTwoPercentUntilEightyEight(double soc, boolean was, boolean full) {
        BatteryState none = BatteryState.NONE;
        before = new BatteryState(none.power(), was, false, 0, false, 0, 0, 0, 0, none.emission());
        lay(Input.BATTERY_SOC, soc);
        assertEquals(full, view().full());
    }

    @Test
    void withoutItsPowerItIsNotThere() {
        now = TAKEN + 10 * SECOND;
        assertTrue(view().present());
        now++;
        assertFalse(view().present());
        assertEquals(0, view().usableW());
        readings = Readings.NONE;
        assertFalse(view().present());
    }

    @Test
    void whatItSaysHoldsForHalfAMinute() {
        now = TAKEN + 30 * SECOND;
        assertFalse(view().full());
        assertEquals(2000, view().maxChargeW());
        assertEquals(1500, view().maxDischargeW());
        now++;
        assertTrue(view().full());
        assertEquals(0, view().maxChargeW());
        assertEquals(0, view().maxDischargeW());
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 50_001, Double.NaN, Double.POSITIVE_INFINITY})
    void anAbilityThatNoConnectionBearsIsNone(double says) {
        lay(Input.BATTERY_MAX_CHARGE, says);
        lay(Input.BATTERY_MAX_DISCHARGE, says);
        assertEquals(0, view().maxChargeW());
        assertEquals(0, view().maxDischargeW());
        lay(Input.BATTERY_MAX_CHARGE, 50_000);
        assertEquals(50_000, view().maxChargeW());
    }

    @Test
    void oneThatIsPartOfTheHouseCountsAsNothing() {
        choices.put("battery.use", "seen");
        assertEquals(0, view().usableW());
    }

    /** The meter is read again, and the view's memory goes on. */
    private BatteryView.Counted counted(double gridW, double afterS) {
        now = TAKEN + Math.round(afterS * SECOND);
        grid = grid.see(new Sample(gridW, now, grid.seen() + 1), 1e9);
        return remembered();
    }

    private BatteryView.Counted remembered() {
        BatteryView.Counted counted = view().counted();
        before =
                new BatteryState(
                        before.power(),
                        false,
                        counted.excess(),
                        counted.excessNanos(),
                        counted.distrusted(),
                        counted.distrustedNanos(),
                        0,
                        0,
                        0,
                        before.emission());
        return counted;
    }

    @Test
    void exportInSpiteOfItIsBornForThreeSeconds() {
        assertFalse(counted(-51, 0).distrusted());
        assertFalse(counted(-51, 3).distrusted());
        assertTrue(counted(-51, 3.001).distrusted());
        assertEquals(0, view().usableW());
    }

    @Test
    void exportWithinTheBoundAndWhatMetersCanTellIsNone() {
        assertFalse(counted(-50, 0).excess());
        allowedW = 700;
        assertFalse(counted(-750, 1).excess());
        assertTrue(counted(-751, 2).excess());
        allowedW = -300;
        assertFalse(counted(250, 3).excess());
        assertTrue(counted(249, 4).excess());
    }

    @Test
    void exportThatEndedMeanwhileBeginsAnew() {
        counted(-900, 0);
        counted(0, 2);
        counted(-900, 2.5);
        assertFalse(counted(-900, 5.5).distrusted());
        assertTrue(counted(-900, 5.6).distrusted());
    }

    @Test
    void silenceOfTheMeterEndsNoExport() {
        counted(-900, 0);
        now = TAKEN + 4 * SECOND;
        grid = grid.see(grid.last(), 1e9);
        assertTrue(remembered().distrusted());
    }

    @Test
    void isCountedOnAgainAMinuteAfterTheLastExport() {
        counted(-900, 0);
        counted(-900, 10);
        assertTrue(counted(0, 69.999).distrusted());
        assertFalse(counted(0, 70).distrusted());
        assertEquals(
                1900, BatteryView.of(Choice.of(choices), before, fresh(), grid, 0, now).usableW());
    }

    private Readings fresh() {
        Map<Slot, Sample> samples = new HashMap<>();
        readings.samples().forEach((s, v) -> samples.put(s, new Sample(v.value(), now, 2)));
        return new Readings(samples);
    }
}

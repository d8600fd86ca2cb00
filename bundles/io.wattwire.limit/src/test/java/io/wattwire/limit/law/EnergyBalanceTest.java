package io.wattwire.limit.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.limit.law.LimitSettings.Balance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our own count of the energy, from the counters of a meter behind fuses of 25 kW. */
class EnergyBalanceTest {

    private static final Balance RULE = new Balance(true, -2, -1, 3000);
    private static final double FUSES_W = 25_000;
    private static final long SECOND = 1_000_000_000L;

    private Readings readings = Readings.NONE;
    private EnergyBalance balance = EnergyBalance.NONE;
    private long now = 1000 * SECOND;
    private long number;

    private void lay(Input input, double kwh) {
        readings = readings.with(Slot.site(input), new Sample(kwh, now, ++number));
    }

    private void look() {
        balance = balance.see(readings, RULE, FUSES_W, now);
    }

    private void see(double importKwh, double exportKwh) {
        lay(Input.ENERGY_IMPORT, importKwh);
        lay(Input.ENERGY_EXPORT, exportKwh);
        look();
    }

    @Test
    void whereTheCountersStandAtFirstMeansNothing() {
        see(5000, 70);
        assertEquals(0, balance.kwh());
        see(5001, 70);
        assertEquals(1, balance.kwh());
        see(5001, 70.75);
        assertEquals(0.25, balance.kwh());
    }

    @Test
    void aSampleIsCountedOnce() {
        see(100, 100);
        see(100.5, 100);
        look();
        look();
        assertEquals(0.5, balance.kwh());
    }

    @Test
    void noMoreIsCountedThanTheFusesLetThroughAndOneStepOfACoarseCounter() {
        see(100, 100);
        now += 3600 * SECOND;
        see(126, 100);
        assertEquals(26, balance.kwh());
        now += 3600 * SECOND;
        see(152.001, 100);
        assertEquals(26, balance.kwh());
        see(153.001, 100);
        assertEquals(27, balance.kwh(), 1e-9, "it goes on from where the counter stands");
    }

    @Test
    void aCounterThatFallsIsAnotherMeter() {
        see(100, 100);
        see(99.999, 100);
        assertEquals(0, balance.kwh());
        see(0, 100);
        see(0.5, 100);
        assertEquals(0.5, balance.kwh());
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, -0.001, 1e9, Double.POSITIVE_INFINITY})
    void aCounterThatShowsNonsenseIsNotRead(double nonsense) {
        see(100, 100);
        see(nonsense, 100);
        assertEquals(0, balance.kwh());
        see(101, 100);
        assertEquals(1, balance.kwh());
    }

    @Test
    void afterARestartAThousandKilowattHoursAreMadeUpForAtMost() {
        balance = EnergyBalance.restored(0, false, 100, 100);
        see(1100, 100);
        assertEquals(1000, balance.kwh());
        balance = EnergyBalance.restored(0, false, 100, 100);
        see(1100.5, 100);
        assertEquals(0, balance.kwh());
        balance = EnergyBalance.restored(-1, false, Double.NaN, Double.NaN);
        see(1100, 100);
        assertEquals(-1, balance.kwh());
    }

    private boolean enforcedAt(double kwh, boolean before) {
        balance = EnergyBalance.restored(kwh, before, 100, 100);
        see(100, 100);
        return balance.enforced();
    }

    @Test
    void theBoundIsEnforcedFromTheOneBalanceDownUntilTheOther() {
        assertTrue(enforcedAt(-2, false));
        assertFalse(enforcedAt(-1.999, false));
        assertTrue(enforcedAt(-1.001, true));
        assertFalse(enforcedAt(-1, true));
    }

    @Test
    void countersAreKnownForAQuarterOfAnHour() {
        see(100, 100);
        now += 900 * SECOND;
        look();
        assertFalse(balance.enforced());
        now += 1;
        look();
        assertTrue(balance.enforced());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ENERGY_IMPORT", "ENERGY_EXPORT"})
    void oneCounterAloneIsNoBudget(Input only) {
        lay(only, 100);
        look();
        assertTrue(balance.enforced());
    }

    @Test
    void whereNoBudgetIsUsedNothingIsCounted() {
        see(100, 100);
        see(101, 100);
        EnergyBalance before = balance;
        lay(Input.ENERGY_IMPORT, 102);
        assertEquals(before, balance.see(readings, Balance.NONE, FUSES_W, now));
    }
}

package io.wattwire.limit.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** How much may be exported: by the hour, by order from outside, by an energy budget. */
class TargetTest {

    private static final int NOON_S = 43_200;

    private final Yard yard = new Yard(1);

    private void time(int seconds, double startsAt) {
        for (int i = 0; i < seconds; i++) {
            yard.lay(Input.TIME_OF_DAY, (startsAt + i) % 86_400);
            yard.second();
        }
    }

    private boolean says(Reason reason) {
        return yard.decision.reasons().contains(reason);
    }

    @Test
    void aNegativeTargetIsAnImport() {
        yard.set("allowed.export.w", -500).run(60);
        assertEquals(3000 - 500 - 20, yard.limitW(1), 40);
    }

    @Test
    void theScheduleHoldsFromItsTimeOn() {
        yard.loadW = 1000;
        yard.set("allowed.export.w", 2000).set("fallback.w", 0);
        yard.set("schedule", "0=2000,43200=0");
        time(60, NOON_S - 60);
        assertEquals(2960, yard.limitW(1), 40);
        time(2, NOON_S);
        assertTrue(yard.limitW(1) <= 1000, "at once");
        assertTrue(says(Reason.SCHEDULE_BINDS));
        time(60, NOON_S + 2);
        assertTrue(yard.gridW() >= 0);
    }

    @Test
    void theLastLineOfTheScheduleHoldsOverMidnight() {
        yard.loadW = 1000;
        yard.set("allowed.export.w", 2000).set("schedule", "3600=0,7200=2000");
        time(60, 0);
        assertEquals(2960, yard.limitW(1), 40);
    }

    @Test
    void theScheduleNeverLiftsTheBound() {
        yard.set("schedule", "0=5000");
        time(60, NOON_S);
        assertTrue(yard.limitW(1) <= 3000);
        assertFalse(says(Reason.SCHEDULE_BINDS));
    }

    @Test
    void withoutAClockTheStrictestLineHolds() {
        yard.loadW = 1000;
        yard.set("allowed.export.w", 2000).set("schedule", "0=2000,43200=0").run(60);
        assertTrue(yard.limitW(1) <= 1000);
    }

    @Test
    void afterAJumpOfTheClockTheStrictestLineHoldsForAQuarterOfAnHour() {
        yard.loadW = 1000;
        yard.set("allowed.export.w", 2000).set("schedule", "0=0,39600=2000");
        time(60, NOON_S);
        assertTrue(yard.limitW(1) > 2500);
        time(2, NOON_S + 3660);
        assertTrue(yard.limitW(1) <= 1000, "an hour later it would still be 2000");
        time(890, NOON_S + 3662);
        assertTrue(yard.limitW(1) <= 1000);
        time(60, NOON_S + 3662 + 890);
        assertTrue(yard.limitW(1) > 2500);
    }

    @Test
    void anIncomingTargetOnlyLowersTheBound() {
        yard.loadW = 1000;
        yard.set("allowed.export.w", 1000).set("target.source", "tariff/target");
        yard.lay(Input.TARGET, 500);
        yard.run(50);
        assertEquals(1480, yard.limitW(1), 40);
        assertTrue(says(Reason.TARGET_BINDS));
        yard.lay(Input.TARGET, 9000);
        yard.run(50);
        assertEquals(1960, yard.limitW(1), 40);
        yard.lay(Input.TARGET, -300);
        yard.run(2);
        assertTrue(yard.limitW(1) <= 680);
    }

    @Test
    void anIncomingTargetExpiresIntoTheStricterValue() {
        yard.loadW = 1000;
        yard.set("allowed.export.w", 1000).set("fallback.w", 200);
        yard.set("target.source", "tariff/target");
        yard.lay(Input.TARGET, 800);
        yard.run(59);
        assertEquals(1760, yard.limitW(1), 40);
        yard.run(4);
        assertTrue(says(Reason.TARGET_MISSING));
        assertEquals(1160, yard.limitW(1), 80, "the fall-back of 200 is stricter than 800");
        yard.lay(Input.TARGET, -500);
        yard.run(100);
        assertEquals(480, yard.limitW(1), 80, "what was asked for last is stricter still");
        assertEquals(Phase.REGULATING, yard.state.unit(1).phase());
    }

    @Test
    void aTargetThatNeverCameCountsAsTheFallBack() {
        yard.loadW = 1000;
        yard.set("allowed.export.w", 1000).set("fallback.w", 200);
        yard.set("target.source", "tariff/target").run(60);
        assertEquals(1160, yard.limitW(1), 80);
    }

    @Test
    void anAbsurdTargetIsNone() {
        yard.loadW = 1000;
        yard.set("allowed.export.w", 1000).set("target.source", "tariff/target");
        yard.lay(Input.TARGET, Double.NaN);
        yard.run(60);
        assertTrue(says(Reason.TARGET_MISSING));
    }

    @Test
    void theFallBackNeverExceedsWhatIsAllowedNow() {
        yard.set("allowed.export.w", 2000).set("target.source", "tariff/target");
        yard.lay(Input.TARGET, 300);
        yard.run(1);
        assertEquals(280, yard.limitW(1));
    }

    private void balance(double importKwh, double exportKwh) {
        yard.lay(Input.ENERGY_IMPORT, importKwh);
        yard.lay(Input.ENERGY_EXPORT, exportKwh);
        yard.run(1);
    }

    @Test
    void theBoundIsLeftAsLongAsTheEnergyBudgetLasts() {
        yard.loadW = 500;
        yard.set("balance.free.w", 3000).run(60);
        assertTrue(says(Reason.BALANCE_ENFORCED), "counters that are not known are no budget");
        assertTrue(yard.limitW(1) <= 500);
        balance(100, 100);
        yard.run(60);
        assertEquals(3480, yard.limitW(1), 40);
    }

    @Test
    void theBudgetHasAHysteresis() {
        yard.set("balance.free.w", 3000);
        balance(100, 100);
        balance(100, 100);
        assertFalse(says(Reason.BALANCE_ENFORCED));
        balance(100, 101);
        balance(100, 101.9);
        assertFalse(says(Reason.BALANCE_ENFORCED));
        balance(100, 102.1);
        assertTrue(says(Reason.BALANCE_ENFORCED));
        balance(100.9, 102.1);
        assertTrue(says(Reason.BALANCE_ENFORCED), "-1.2 kWh is not yet -1");
        balance(101.3, 102.1);
        assertFalse(says(Reason.BALANCE_ENFORCED));
    }

    @Test
    void anotherMeterChangesNothingOfTheBalance() {
        yard.set("balance.free.w", 3000);
        balance(100, 100);
        balance(100, 101);
        double before = yard.state.balance().kwh();
        balance(7, 3);
        assertEquals(before, yard.state.balance().kwh(), 1e-9);
        balance(7.5, 3);
        assertEquals(before + 0.5, yard.state.balance().kwh(), 1e-9);
        balance(9000, 3);
        assertEquals(before + 0.5, yard.state.balance().kwh(), 1e-9, "no fuse lets this through");
    }

    @Test
    void theBalanceGoesOnAfterARestart() {
        yard.set("balance.free.w", 3000).run(1);
        yard.state = yard.state.withBalance(EnergyBalance.restored(-1.5, false, 100, 100));
        balance(100, 100.8);
        assertEquals(-2.3, yard.state.balance().kwh(), 1e-9);
        assertTrue(says(Reason.BALANCE_ENFORCED));
    }

    @Test
    void countersThatAreNotReadAnyMoreEnforceTheBound() {
        yard.set("balance.free.w", 3000);
        balance(100, 100);
        balance(100, 100);
        assertFalse(says(Reason.BALANCE_ENFORCED));
        yard.run(901);
        assertTrue(says(Reason.BALANCE_ENFORCED));
    }
}

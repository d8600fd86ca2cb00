package io.wattwire.limit.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A battery in the house: seen, counted on, commanded. */
class BatteryTest {

    private final Yard yard = new Yard(1);

    BatteryTest() {
        yard.takesW = 2000;
        yard.givesW = 2000;
        yard.loadW = 500;
    }

    private boolean says(Reason reason) {
        return yard.decision.reasons().contains(reason);
    }

    @Nested
    class CountedOn {

        CountedOn() {
            yard.set("battery.use", "first");
        }

        @Test
        void theInverterRunsFreeAsFarAsTheBatteryTakesIt() {
            yard.run(60);
            assertEquals(500 + 2000 - 100 - 20, yard.limitW(1), 41);
            assertEquals(1900, yard.batteryW, 41);
            assertFalse(says(Reason.BATTERY_DISTRUSTED));
        }

        @Test
        void aFullBatteryCountsAsNothingUntilItIsWellBelow() {
            yard.soc = 93;
            yard.run(60);
            assertTrue(yard.limitW(1) <= 500 + 2000, () -> "it may cover what it gives");
            yard.givesW = 0;
            yard.run(60);
            assertTrue(yard.limitW(1) <= 500);
            yard.soc = 89;
            yard.run(60);
            assertTrue(yard.limitW(1) <= 500, "89 % is not yet 88 %");
            yard.soc = 88;
            yard.run(60);
            assertTrue(yard.limitW(1) > 2000);
            yard.soc = 91;
            yard.run(60);
            assertTrue(yard.limitW(1) > 2000, "91 % is not yet 92 %");
            yard.soc = 92;
            yard.run(2);
            assertTrue(yard.limitW(1) <= 2500);
        }

        @Test
        void whatItTakesIsNotKnownAndCountsAsNothing() {
            yard.saysItTakesW = -1;
            yard.givesW = 0;
            yard.run(60);
            assertTrue(yard.limitW(1) <= 500);
        }

        @Test
        void chargingThatIsBlockedIsNotCountedOnForLong() {
            yard.givesW = 0;
            yard.saysItTakesW = 2000;
            yard.takesW = 0;
            int over = 0;
            boolean said = false;
            for (int i = 0; i < 200; i++) {
                yard.second();
                over += yard.gridW() < -50 ? 1 : 0;
                said |= says(Reason.BATTERY_DISTRUSTED);
            }
            assertTrue(said);
            assertTrue(yard.state.battery().distrusted() || over > 0);
            assertTrue(over <= 20, over + " s of 200 with export");
        }

        @Test
        void inTheEveningTheInverterComesBackForADischargingBattery() {
            yard.soc = 95;
            yard.obeyedW[0] = 0;
            yard.sunW[0] = 0;
            yard.run(60);
            yard.sunW[0] = 4000;
            yard.run(60);
            assertTrue(yard.powerW[0] >= 500 - 100 - 20 - 40, () -> "" + yard.powerW[0]);
        }
    }

    @Test
    void aBatteryThatIsOnlySeenCountsAsNothing() {
        yard.givesW = 0;
        yard.run(60);
        assertTrue(yard.limitW(1) <= 500 + 2000);
        yard.takesW = 0;
        yard.saysItTakesW = 5000;
        yard.run(60);
        assertTrue(yard.limitW(1) <= 500);
    }

    @Test
    void nobodyDistrustsABatteryThatNobodyCountsOn() {
        yard.takesW = 0;
        yard.givesW = 0;
        yard.run(60);
        yard.ignores[0] = true;
        for (int i = 0; i < 60; i++) {
            yard.second();
            assertFalse(says(Reason.BATTERY_DISTRUSTED));
        }
        assertTrue(says(Reason.EXCESS));
    }

    @Nested
    class Commanded {

        Commanded() {
            yard.set("battery.use", "first").set("battery.commanded", 1);
        }

        @Test
        void itTakesTheSurplusFirst() {
            yard.run(80);
            assertTrue(yard.batteryW > 1800, () -> "" + yard.batteryW);
            assertTrue(yard.gridW() >= 0);
        }

        @Test
        void itCoversTheHouseAndNeverExports() {
            yard.sunW[0] = 0;
            for (int i = 0; i < 60; i++) {
                yard.second();
                assertTrue(yard.gridW() >= 0, () -> "" + yard.gridW());
            }
            assertEquals(-450, yard.batteryW, 60);
        }

        @Test
        void itGivesLessAtOnceWhenLoadEnds() {
            yard.sunW[0] = 0;
            yard.loadW = 1900;
            yard.run(60);
            yard.loadW = 200;
            yard.run(2);
            assertTrue(yard.gridW() >= 0, () -> "" + yard.gridW());
        }

        @Test
        void withoutAMeterItGivesNothing() {
            yard.sunW[0] = 0;
            yard.run(60);
            assertTrue(yard.state.battery().setpointW() < -300);
            yard.nowS += 4;
            yard.decide();
            assertEquals(0, yard.state.battery().setpointW());
            assertTrue(yard.decision.battery().emit());
        }

        @Test
        void withoutAMeterItGoesOnTakingUntilTheInvertersHaveComeDown() {
            yard.run(80);
            double charging = yard.state.battery().setpointW();
            yard.nowS += 4;
            yard.decide();
            assertEquals(charging, yard.state.battery().setpointW());
            yard.nowS += 27;
            yard.decide();
            assertEquals(0, yard.state.battery().setpointW());
        }

        @Test
        void nothingIsAskedOfABatteryThatIsNotKnown() {
            yard.takesW = 0;
            yard.givesW = 0;
            yard.run(60);
            assertEquals(0, yard.state.battery().setpointW());
        }

        @Test
        void anUnchangedSetpointIsRepeated() {
            yard.run(80);
            long before = yard.state.battery().emission().count();
            yard.run(60);
            long repeats = yard.state.battery().emission().count() - before;
            assertTrue(repeats >= 2 && repeats <= 10, () -> "" + repeats);
        }
    }

    @Test
    void aBatteryThatIsNotOursIsNotTold() {
        yard.run(10);
        assertFalse(yard.decision.battery().emit());
        assertTrue(Double.isNaN(yard.decision.battery().powerW()));
    }

    @Test
    void cutOffFromTheGridLimitsStayAsTheyAre() {
        yard.takesW = 0;
        yard.givesW = 0;
        yard.run(60);
        double limit = yard.limitW(1);
        for (int i = 0; i < 60; i++) {
            yard.nowS += 1;
            yard.lay(Input.CONNECTED, 0);
            yard.lay(Input.GRID, 0);
            yard.lay(new Slot(Input.INVERTER, 1), 300);
            yard.lay(new Slot(Input.READ_BACK, 1), limit);
            yard.decide();
            assertEquals(limit, yard.limitW(1));
            assertTrue(says(Reason.ISLANDED));
        }
        yard.lay(Input.CONNECTED, 1);
        yard.run(2);
        assertFalse(says(Reason.ISLANDED));
    }

    @Test
    void whoSaysThatTheGridIsAwayWhileItIsNotIsNotBelieved() {
        yard.takesW = 0;
        yard.givesW = 0;
        yard.run(60);
        yard.lay(Input.CONNECTED, 0);
        yard.loadW = 100;
        yard.run(2);
        assertTrue(yard.limitW(1) <= 100);
    }
}

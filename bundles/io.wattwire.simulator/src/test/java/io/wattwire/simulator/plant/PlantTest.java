package io.wattwire.simulator.plant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PlantTest {

    @Test
    void theCourseDoesNotDependOnHowOftenOneLooks() {
        SimulatedTime often = new SimulatedTime();
        SimulatedTime seldom = new SimulatedTime();
        Sun sun = Sun.constant(4_000).withClouds(3, 8, 0, 300);
        Site site = Site.zeroExport(sun, HouseLoad.base(400), InverterSpec.single4200());
        Plant watched = new Plant(site, often);
        Plant unwatched = new Plant(site, seldom);
        for (int i = 0; i < 3_000; i++) {
            often.pass(0.1);
            watched.state();
        }
        seldom.pass(300);
        assertEquals(watched.state(), unwatched.state());
        assertEquals(watched.ledger(), unwatched.ledger());
    }

    @Test
    void ledgerMeasuresAnExcursionAsItWas() {
        SimulatedTime time = new SimulatedTime();
        HouseLoad load = HouseLoad.base(300).with("oven", 0, 10, 2_700);
        Plant plant =
                new Plant(
                        Site.zeroExport(Sun.constant(3_000), load, InverterSpec.single4200()),
                        time);
        time.pass(14);
        Ledger running = plant.ledger();
        assertEquals(4, running.longestExcursionS(), 0.011);
        assertEquals(1, running.excursionCount());
        plant.limitInverter(2, false);
        time.pass(60);
        Ledger ledger = plant.ledger();
        assertEquals(2_700, ledger.maxExportW(), 1e-9);
        assertEquals(1, ledger.excursionCount());
        assertEquals(10, ledger.excursions().get(0).startS(), 0.011);
        double lag = 0.5 + 1.5 * Math.log((3_000 - 84) / (350.0 - 84));
        assertEquals(4 + lag, ledger.longestExcursionS(), 0.05);
        assertTrue(ledger.energyOverLimitWh() > 2_700 * 4.5 / 3_600);
        assertEquals(1, ledger.limitCommands());
    }

    @Test
    void ledgerTellsNeedlessCurtailmentFromTheOther() {
        SimulatedTime time = new SimulatedTime();
        Plant plant =
                new Plant(
                        Site.zeroExport(
                                Sun.constant(4_000),
                                HouseLoad.base(1_000),
                                InverterSpec.single4200().dynamics(0, 0)),
                        time);
        plant.limitInverter(10, false);
        time.pass(3_600);
        Ledger ledger = plant.ledger();
        assertEquals(4_000 - 420, ledger.curtailedWh(), 0.1);
        assertEquals(1_000 - 420, ledger.needlesslyCurtailedWh(), 0.1);
    }

    @Test
    void batteryTakesTheSurplusUntilItIsFull() {
        SimulatedTime time = new SimulatedTime();
        BatterySpec spec = new BatterySpec(1_000, 90, 10, 3_000, 3_000, 1, 0.5);
        Site site =
                Site.zeroExport(
                                Sun.constant(3_000),
                                HouseLoad.base(1_000),
                                InverterSpec.single4200())
                        .with(spec);
        Plant plant = new Plant(site, time);
        time.pass(10);
        assertEquals(0, plant.state().flow().gridW(), 0.01);
        assertEquals(2_000, plant.state().flow().batteryW(), 0.01);
        time.pass(600);
        assertEquals(100, plant.state().soc(), 1e-6);
        assertEquals(-2_000, plant.state().flow().gridW(), 0.01);
        assertEquals(100, plant.state().energies().chargedWh(), 1e-6);
    }

    @Test
    void batteryWhoseChargingIsForbiddenTakesNothing() {
        SimulatedTime time = new SimulatedTime();
        BatterySpec blocked = new BatterySpec(10_000, 60, 10, 0, 3_000, 0.96, 0.5);
        Site site =
                Site.zeroExport(Sun.constant(4_200), HouseLoad.base(300), InverterSpec.single4200())
                        .with(blocked);
        Plant plant = new Plant(site, time);
        time.pass(60);
        assertEquals(-3_900, plant.state().flow().gridW(), 0.01);
    }

    @Test
    void batteryObeysASetpointAndStopsAtItsLeastCharge() {
        SimulatedTime time = new SimulatedTime();
        BatterySpec spec = new BatterySpec(1_000, 20, 10, 3_000, 3_000, 1, 0);
        Site site =
                Site.zeroExport(Sun.constant(0), HouseLoad.base(500), InverterSpec.single4200())
                        .with(spec);
        Plant plant = new Plant(site, time);
        plant.commandBattery(OptionalDouble.of(-1_000));
        time.pass(60);
        assertEquals(-500, plant.state().flow().gridW(), 1e-9);
        time.pass(600);
        assertEquals(10, plant.state().soc(), 1e-6);
        assertEquals(500, plant.state().flow().gridW(), 1e-6);
    }

    @Test
    void gridLooksLikeAGrid() {
        SimulatedTime time = new SimulatedTime();
        Plant plant =
                new Plant(
                        Site.zeroExport(
                                Sun.constant(4_000),
                                HouseLoad.base(300),
                                InverterSpec.single4200()),
                        time);
        for (int i = 0; i < 200; i++) {
            time.pass(1);
            PlantState state = plant.state();
            assertEquals(234, state.voltage(), 3, "feed-in lifts the voltage");
            assertEquals(50, state.frequency(), 0.03);
        }
    }

    @Test
    void twoReadingsOfARestlessHouseDiffer() {
        HouseLoad load = HouseLoad.base(300).restless(6, 1);
        for (int i = 0; i < 1_000; i++) {
            double now = load.watts(i * 0.25);
            assertEquals(300, now, 6);
            assertTrue(now != load.watts((i + 1) * 0.25));
        }
    }
}

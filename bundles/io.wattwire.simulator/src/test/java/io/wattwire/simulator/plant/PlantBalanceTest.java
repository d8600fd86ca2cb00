package io.wattwire.simulator.plant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class PlantBalanceTest {

    /** Any site, limited at random: what goes in comes out, and nothing exceeds its bounds. */
    @Property(tries = 60)
    void energyBalances(
            @ForAll long seed,
            @ForAll @DoubleRange(min = 0, max = 9_000) double sunW,
            @ForAll @DoubleRange(min = 10, max = 4_000) double baseW,
            @ForAll boolean withBattery,
            @ForAll @IntRange(min = 0, max = 100) int percent) {
        SimulatedTime time = new SimulatedTime();
        Sun sun = Sun.constant(sunW).withClouds(seed, 5, 0, 200);
        HouseLoad load =
                HouseLoad.base(baseW).restless(baseW / 2, seed).with("kettle", 20, 80, 2_000);
        Site site = Site.zeroExport(sun, load, InverterSpec.single4200());
        Plant plant = new Plant(withBattery ? site.with(BatterySpec.home10kWh()) : site, time);
        Random random = new Random(seed);
        for (int i = 0; i < 40; i++) {
            time.pass(random.nextDouble() * 10);
            plant.limitInverter(i % 3 == 0 ? percent : random.nextInt(101), false);
            PowerFlow flow = plant.state().flow();
            assertTrue(flow.inverterW() >= 0 && flow.inverterW() <= flow.availableW() + 1e-9);
        }
        Energies e = plant.ledger().energies();
        double in = e.inverterWh() + e.importedWh() + e.dischargedWh();
        double out = e.loadWh() + e.exportedWh() + e.chargedWh();
        assertEquals(in, out, 1e-9 * in + 1e-9);
        Ledger ledger = plant.ledger();
        assertEquals(ledger.availableWh(), ledger.pvWh() + ledger.curtailedWh(), 1e-6);
        assertTrue(ledger.needlesslyCurtailedWh() <= ledger.curtailedWh() + 1e-9);
    }
}

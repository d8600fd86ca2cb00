package io.wattwire.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.simulator.plant.Ledger;
import io.wattwire.simulator.plant.Plant;
import io.wattwire.simulator.plant.PlantState;
import io.wattwire.simulator.plant.PowerFlow;
import io.wattwire.simulator.plant.SimulatedTime;
import io.wattwire.simulator.plant.Site;
import java.time.Duration;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioTest {

    private static final double LEAST_LIMIT_W = 84;

    @ParameterizedTest
    @ValueSource(longs = {10, 30, 60, 90, 600, 3_600, 43_200})
    void demoHasFogOneCloudAndTwoLargeDropsInTheSun(long length) {
        Scenario demo = Scenario.zeroExportDemo(Duration.ofSeconds(length));
        Site site = demo.site();
        int drops = 0;
        double cloudyShare = 0;
        int samples = 6_000;
        double dt = (double) length / samples;
        for (int i = 0; i < samples; i++) {
            double t = i * dt;
            boolean cloudy = site.sun().availableW(t) < 3_000;
            cloudyShare += cloudy ? 1.0 / samples : 0;
            assertTrue(site.load().watts(t) > LEAST_LIMIT_W);
            double fall = site.load().watts(t) - site.load().watts((i + 1) * dt);
            if (fall >= 2_700) {
                drops++;
                assertTrue(!cloudy && site.sun().availableW(t) >= 3_000, "a drop in the sun");
            }
        }
        assertEquals(2, drops);
        assertEquals(0.44, cloudyShare, 0.02);
    }

    @Test
    void demoBeginsInTheMorningAndEndsInTheAfternoon() {
        Scenario demo = Scenario.zeroExportDemo();
        assertEquals(LocalTime.of(8, 50), demo.timeOfDay(0));
        assertEquals(15, demo.timeOfDay(60).getHour());
        assertEquals(Duration.ofSeconds(60), demo.length());
    }

    @Test
    void demoTakesTenSecondsToTwelveHours() {
        for (long seconds : new long[] {0, 9, 43_201}) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> Scenario.zeroExportDemo(Duration.ofSeconds(seconds)));
        }
    }

    @Test
    void withoutALimitTheDemoExportsForLong() {
        SimulatedTime time = new SimulatedTime();
        Plant plant = new Plant(Scenario.zeroExportDemo().site(), time);
        time.pass(60);
        Ledger ledger = plant.ledger();
        assertTrue(ledger.maxExportW() > 2_700);
        assertTrue(ledger.longestExcursionS() > 6);
        assertEquals(0, ledger.curtailedWh(), 2, "nothing is lost but in the lag after the cloud");
    }

    /**
     * A plain law on fresh pairs, once a second, keeps the drop within what the lag alone needs.
     */
    @Test
    void withAPlainLawTheDemoStaysWithinThePhysics() {
        SimulatedTime time = new SimulatedTime();
        Plant plant = new Plant(Scenario.zeroExportDemo().site(), time);
        double margin = 20;
        for (int i = 0; i < 60; i++) {
            time.pass(1);
            PlantState now = plant.state();
            PowerFlow flow = now.flow();
            double wanted = flow.inverterW() + flow.gridW() - margin;
            double percent = Math.floor(wanted / 42);
            double rise = Math.min(percent, now.limitPercent() + 5);
            plant.limitInverter(Math.max(2, Math.min(100, rise)), false);
        }
        Ledger ledger = plant.ledger();
        double bound = 0.5 + 1.5 * Math.log(3_100 / (margin + Plant.TOLERANCE_W)) + 1 + 0.2;
        assertTrue(
                ledger.longestExcursionS() <= bound,
                () -> ledger.longestExcursionS() + " s, bound " + bound + " s");
        assertTrue(ledger.longestExcursionS() > 2, "the drops are there");
        assertTrue(ledger.pvWh() > 0.4 * ledger.availableWh());
    }

    @Test
    void aDayHasANightAndIsTheSameForTheSameSeed() {
        SimulatedTime time = new SimulatedTime();
        Plant one = new Plant(Scenario.day(7).site(), time);
        Plant two = new Plant(Scenario.day(7).site(), time);
        Plant other = new Plant(Scenario.day(8).site(), time);
        time.pass(3 * 3_600);
        assertTrue(!one.state().inverterOn());
        time.pass(6 * 3_600);
        assertEquals(one.ledger(), two.ledger());
        assertTrue(one.ledger().pvWh() > 1_000);
        assertTrue(one.ledger().pvWh() != other.ledger().pvWh());
    }

    @Test
    void faultsBelongToADevice() {
        Scenario scenario =
                Scenario.zeroExportDemo()
                        .with("meter", Fault.parse("silence:5s@20s"))
                        .with("meter", Fault.parse("drip"))
                        .with("inverter", Fault.parse("restart:4s@30s"));
        assertEquals(2, scenario.faults().get("meter").size());
        assertEquals(Duration.ofSeconds(30), scenario.faults().get("inverter").get(0).start());
    }
}

package io.wattwire.simulator.plant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.simulator.plant.InverterSpec.BelowMinimum;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PvInverterTest {

    private final SimulatedTime time = new SimulatedTime();

    private Plant plant(Sun sun, InverterSpec inverter) {
        return new Plant(Site.zeroExport(sun, HouseLoad.base(500), inverter), time);
    }

    private static double watts(Plant plant) {
        return plant.state().flow().inverterW();
    }

    @Test
    void nothingHappensBeforeTheDeadTimeIsOver() {
        Plant plant = plant(Sun.constant(4_000), InverterSpec.single4200().dynamics(1.5, 0.5));
        plant.limitInverter(50, false);
        time.pass(0.5);
        assertEquals(4_000, watts(plant), 1e-9);
        time.pass(0.02);
        assertTrue(watts(plant) < 4_000);
    }

    @Test
    void afterOneTimeConstantTheFirstSixtyThreePercentOfAStepAreDone() {
        Plant plant = plant(Sun.constant(4_000), InverterSpec.single4200().dynamics(1.5, 0.5));
        plant.limitInverter(50, false);
        time.pass(2.0);
        double done = (4_000 - watts(plant)) / (4_000 - 2_100);
        assertEquals(1 - Math.exp(-1), done, 0.003);
    }

    @Test
    void registerTellsTheCommandAtOnceAndTheObeyedLimitFollows() {
        Plant plant = plant(Sun.constant(4_000), InverterSpec.single4200());
        plant.limitInverter(50, false);
        assertEquals(50, plant.state().limitPercent());
        assertEquals(4_200, plant.state().obeyedW());
        time.pass(0.6);
        assertEquals(2_100, plant.state().obeyedW());
    }

    @Test
    void theSunIsFollowedAtOnceAsTheLagIsTheLimiters() {
        Sun sun = Sun.constant(4_000).with(new Cloud(10, 20, 0.25, 0));
        Plant plant = plant(sun, InverterSpec.single4200().dynamics(2, 0));
        time.pass(10.02);
        assertEquals(1_000, watts(plant), 1e-9);
        time.pass(10);
        assertEquals(4_000, watts(plant), 1e-9);
    }

    @Test
    void ratingBoundsTheOutput() {
        Plant plant = plant(Sun.constant(6_000), InverterSpec.single4200());
        assertEquals(4_200, watts(plant));
        assertEquals(4_200, plant.state().flow().availableW());
    }

    @Test
    void restartForgetsAVolatileLimitAndIsDarkMeanwhile() {
        Plant plant = plant(Sun.constant(4_000), InverterSpec.single4200());
        plant.limitInverter(30, false);
        time.pass(10);
        plant.restartInverter(Duration.ZERO, Duration.ofSeconds(5));
        time.pass(4.9);
        assertFalse(plant.state().inverterOn());
        assertEquals(1, plant.state().powerLosses());
        assertEquals(0, watts(plant));
        time.pass(0.2);
        assertTrue(plant.state().inverterOn());
        assertEquals(100, plant.state().limitPercent());
        assertEquals(0, watts(plant), "it still waits to connect");
        time.pass(40);
        assertEquals(4_000, watts(plant), 1);
    }

    @Test
    void restartKeepsAStoredLimit() {
        Plant plant = plant(Sun.constant(4_000), InverterSpec.single4200());
        plant.limitInverter(30, true);
        plant.restartInverter(Duration.ZERO, Duration.ofSeconds(5));
        time.pass(60);
        assertEquals(30, plant.state().limitPercent());
        assertEquals(1_260, watts(plant), 1);
    }

    @Test
    void aRestartThatIsAnnouncedComesAtItsTime() {
        Plant plant = plant(Sun.constant(4_000), InverterSpec.single4200());
        plant.restartInverter(Duration.ofSeconds(10), Duration.ofSeconds(5));
        time.pass(9.9);
        assertTrue(plant.state().inverterOn());
        time.pass(0.2);
        assertFalse(plant.state().inverterOn());
        time.pass(100);
        assertTrue(plant.state().inverterOn());
        assertEquals(1, plant.state().powerLosses());
    }

    @Test
    void commandsInTheDarkAreNotHeard() {
        Plant plant = plant(Sun.constant(4_000), InverterSpec.single4200());
        plant.restartInverter(Duration.ZERO, Duration.ofSeconds(5));
        time.pass(2);
        plant.limitInverter(10, true);
        time.pass(10);
        assertEquals(100, plant.state().limitPercent());
    }

    @Test
    void sleepsAtNightAndWakesWithoutItsVolatileLimit() {
        Sun sun = Sun.day(4_000, 6 * 3_600, 18 * 3_600);
        Plant plant = plant(sun, InverterSpec.single4200());
        assertFalse(plant.state().inverterOn());
        time.pass(12 * 3_600);
        assertTrue(plant.state().inverterOn());
        plant.limitInverter(40, false);
        time.pass(8 * 3_600);
        assertFalse(plant.state().inverterOn());
        assertEquals(0, watts(plant));
        time.pass(16 * 3_600);
        assertEquals(100, plant.state().limitPercent());
        assertEquals(4_000, watts(plant), 1);
    }

    @Test
    void leavesTheGridBelowItsMinimumAndComesBackSlowly() {
        Plant plant = plant(Sun.constant(4_000), InverterSpec.single4200());
        plant.limitInverter(1, false);
        time.pass(1);
        assertEquals(0, watts(plant));
        assertTrue(plant.state().inverterOn(), "its electronics go on");
        plant.limitInverter(50, false);
        time.pass(19);
        assertEquals(0, watts(plant));
        time.pass(20);
        assertEquals(2_100, watts(plant), 1);
    }

    @Test
    void holdsItsMinimumWhenItIsOfThatKind() {
        InverterSpec spec = InverterSpec.single4200().below(BelowMinimum.HOLD);
        Plant plant = plant(Sun.constant(4_000), spec);
        plant.limitInverter(0, false);
        time.pass(60);
        assertEquals(84, watts(plant), 0.1);
    }

    @Test
    void refusesALimitThatIsNoPercentage() {
        Plant plant = plant(Sun.constant(4_000), InverterSpec.single4200());
        assertThrows(IllegalArgumentException.class, () -> plant.limitInverter(101, false));
        assertThrows(IllegalArgumentException.class, () -> plant.limitInverter(Double.NaN, false));
    }
}

package io.wattwire.simulator;

import io.wattwire.simulator.plant.Cloud;
import io.wattwire.simulator.plant.HouseLoad;
import io.wattwire.simulator.plant.InverterSpec;
import io.wattwire.simulator.plant.Site;
import io.wattwire.simulator.plant.Sun;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What happens on a site: its parts, how long to watch, at which hour it begins, and what goes
 * wrong. The same scenario gives the same course each time.
 *
 * @param name short name for people
 * @param length how long it takes
 * @param site what stands there
 * @param startOfDay hour at which it begins
 * @param dayPerSecond how much of the day one second of the scenario stands for, seconds: above 1
 *     in a compressed day; only sun and clock are compressed, the inverter's lag is not
 * @param faults what goes wrong, by the name of the device
 */
public record Scenario(
        String name,
        Duration length,
        Site site,
        LocalTime startOfDay,
        double dayPerSecond,
        Map<String, List<Fault>> faults) {

    private static final double DAY_S = 86_400;
    private static final Duration DEMO_LENGTH = Duration.ofSeconds(60);
    private static final Duration DEMO_LEAST = Duration.ofSeconds(10);
    private static final Duration DEMO_MOST = Duration.ofHours(12);
    private static final long DEMO_SEED = 230;

    /**
     * Takes copies.
     *
     * @param name short name for people
     * @param length how long it takes
     * @param site what stands there
     * @param startOfDay hour at which it begins
     * @param dayPerSecond how much of the day one second of the scenario stands for
     * @param faults what goes wrong
     * @throws IllegalArgumentException when the length is not positive
     */
    public Scenario {
        if (length.isNegative() || length.isZero()) {
            throw new IllegalArgumentException("a scenario must take some time");
        }
        Map<String, List<Fault>> copy = new LinkedHashMap<>();
        faults.forEach((device, list) -> copy.put(device, List.copyOf(list)));
        faults = Map.copyOf(copy);
    }

    /**
     * The zero-export site of the demonstration in 60 s, see {@link #zeroExportDemo(Duration)}.
     *
     * @return the scenario
     */
    public static Scenario zeroExportDemo() {
        return zeroExportDemo(DEMO_LENGTH);
    }

    /**
     * A 4.2 kW inverter that must not export, from 08:50 to 15:09 in a short time: morning fog that
     * lifts, sun for more than 3 kW but for one cloud, and two moments in which the house drops
     * about 2.8 kW at once. The base load stays above the 84 W that the inverter can be limited to.
     *
     * @param length how long it shall take, 10 s to 12 h; the drops and the cloud keep their place
     * @return the scenario
     * @throws IllegalArgumentException when the length is not 10 s to 12 h
     */
    public static Scenario zeroExportDemo(Duration length) {
        if (length.compareTo(DEMO_LEAST) < 0 || length.compareTo(DEMO_MOST) > 0) {
            throw new IllegalArgumentException("the demonstration takes 10 s to 12 h");
        }
        double t = length.toNanos() / 1e9;
        Sun sun =
                Sun.day(4_600, -0.45 * t, 1.45 * t)
                        .with(new Cloud(-0.20 * t, 0.283 * t, 0.03, 0.133 * t))
                        .with(new Cloud(0.48 * t, 0.70 * t, 0.03, 0.033 * t));
        HouseLoad load =
                HouseLoad.base(160)
                        .restless(6, DEMO_SEED)
                        .with("car", 0, 0.433 * t, 2_766)
                        .with("heat pump", 0.505 * t, 0.90 * t, 1_766)
                        .with("oven", 0.51 * t, 0.90 * t, 1_000);
        double dayPerSecond = DAY_S / 2 / (1.9 * t);
        return new Scenario(
                "zero export",
                length,
                Site.zeroExport(sun, load, InverterSpec.single4200()),
                LocalTime.of(8, 50),
                dayPerSecond,
                Map.of());
    }

    /**
     * A whole day from midnight to midnight with clouds, kettles, an oven, a car and a night in
     * which the inverter sleeps.
     *
     * @param seed decides clouds and habits
     * @return the scenario
     */
    public static Scenario day(long seed) {
        Random random = new Random(seed);
        Sun sun = Sun.day(4_800, 6 * 3_600, 20 * 3_600);
        sun = sun.withClouds(seed, random.nextInt(60), 7 * 3_600, 19 * 3_600);
        HouseLoad load = HouseLoad.base(180 + random.nextInt(200)).restless(10, seed);
        for (int i = 0; i < 12; i++) {
            double start = (6 + random.nextDouble() * 16) * 3_600;
            load = load.with("kettle", start, start + 120 + random.nextDouble() * 120, 2_000);
        }
        double noon = (11 + random.nextDouble() * 2) * 3_600;
        load = load.with("oven", noon, noon + 2_700, 2_600);
        double afternoon = (14 + random.nextDouble()) * 3_600;
        load = load.with("car", afternoon, afternoon + 5_400, 3_600);
        return new Scenario(
                "day " + seed,
                Duration.ofDays(1),
                Site.zeroExport(sun, load, InverterSpec.single4200()),
                LocalTime.MIDNIGHT,
                1,
                Map.of());
    }

    /**
     * A site in which nothing changes, for trying devices.
     *
     * @param sunW what the array could give, W
     * @param loadW what the house draws, W
     * @return the scenario, one day long
     */
    public static Scenario steady(double sunW, double loadW) {
        HouseLoad load = HouseLoad.base(loadW).restless(Math.min(loadW, 3), DEMO_SEED);
        return new Scenario(
                "steady",
                Duration.ofDays(1),
                Site.zeroExport(Sun.constant(sunW), load, InverterSpec.single4200()),
                LocalTime.NOON,
                1,
                Map.of());
    }

    /**
     * The same scenario with one more fault.
     *
     * @param device name of the device, for example {@code meter}
     * @param fault what goes wrong; its start counts from the start of the scenario
     * @return a new scenario
     */
    public Scenario with(String device, Fault fault) {
        Map<String, List<Fault>> more = new LinkedHashMap<>(faults);
        List<Fault> list = new ArrayList<>(more.getOrDefault(device, List.of()));
        list.add(fault);
        more.put(device, list);
        return new Scenario(name, length, site, startOfDay, dayPerSecond, more);
    }

    /**
     * The same course on another site, for example with a battery or a slower inverter.
     *
     * @param other what stands there
     * @return a new scenario
     */
    public Scenario on(Site other) {
        return new Scenario(name, length, other, startOfDay, dayPerSecond, faults);
    }

    /**
     * Hour of the day that a moment stands for.
     *
     * @param seconds time of the scenario
     * @return the hour
     */
    public LocalTime timeOfDay(double seconds) {
        return startOfDay.plusNanos((long) (seconds * dayPerSecond * 1e9));
    }
}

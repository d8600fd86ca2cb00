package io.wattwire.simulator.plant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;

/** What the PV array could give at each moment: a day curve and clouds. Immutable. */
public final class Sun {

    private static final double DAY_S = 86_400;

    private final double peakW;
    private final double sunriseS;
    private final double sunsetS;
    private final List<Cloud> clouds;

    /**
     * When the sky changes, ascending, and the clouds from then on: a day asks millions of times.
     */
    private final double[] changesS;

    private final List<List<Cloud>> skies;

    private Sun(double peakW, double sunriseS, double sunsetS, List<Cloud> clouds) {
        this.peakW = peakW;
        this.sunriseS = sunriseS;
        this.sunsetS = sunsetS;
        this.clouds = List.copyOf(clouds);
        this.changesS =
                this.clouds.stream()
                        .flatMapToDouble(c -> DoubleStream.of(c.startS(), c.endS()))
                        .sorted()
                        .distinct()
                        .toArray();
        this.skies = DoubleStream.of(changesS).mapToObj(this::cloudsAt).toList();
    }

    private List<Cloud> cloudsAt(double seconds) {
        return clouds.stream().filter(c -> c.startS() <= seconds && seconds < c.endS()).toList();
    }

    /**
     * A sun that never moves.
     *
     * @param watts power of the array, W, at least 0
     * @return the sun
     * @throws IllegalArgumentException when the power is negative or not a number
     */
    public static Sun constant(double watts) {
        return new Sun(power(watts), Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, List.of());
    }

    /**
     * A sun that rises, culminates half-way and sets, again every 24 h.
     *
     * @param peakW power of the array at noon, W, at least 0
     * @param sunriseS seconds of the scenario, may be negative: the scenario begins in the day
     * @param sunsetS seconds of the scenario, after sunrise and not more than a day
     * @return the sun
     * @throws IllegalArgumentException when the power or the hours make no sense
     */
    public static Sun day(double peakW, double sunriseS, double sunsetS) {
        if (!(sunsetS > sunriseS) || sunsetS - sunriseS > DAY_S) {
            throw new IllegalArgumentException("sunset must follow sunrise within 24 h");
        }
        return new Sun(power(peakW), sunriseS, sunsetS, List.of());
    }

    private static double power(double watts) {
        if (!(watts >= 0) || Double.isInfinite(watts)) {
            throw new IllegalArgumentException("PV power must be 0 W or more, not " + watts);
        }
        return watts;
    }

    /**
     * The same sun with one more cloud.
     *
     * @param cloud the cloud; overlapping clouds multiply
     * @return a new sun
     */
    public Sun with(Cloud cloud) {
        List<Cloud> more = new ArrayList<>(clouds);
        more.add(cloud);
        return new Sun(peakW, sunriseS, sunsetS, more);
    }

    /**
     * The same sun behind a broken sky, the same for the same seed.
     *
     * @param seed decides where the clouds are
     * @param count how many clouds, at least 0
     * @param fromS earliest start, seconds of the scenario
     * @param toS latest start, seconds of the scenario
     * @return a new sun
     */
    public Sun withClouds(long seed, int count, double fromS, double toS) {
        Random random = new Random(seed);
        List<Cloud> more = new ArrayList<>(clouds);
        for (int i = 0; i < count; i++) {
            double start = fromS + random.nextDouble() * (toS - fromS);
            double length = 20 + random.nextDouble() * 280;
            double remaining = 0.2 + random.nextDouble() * 0.5;
            more.add(new Cloud(start, start + length, remaining, 2 + random.nextDouble() * 8));
        }
        return new Sun(peakW, sunriseS, sunsetS, more);
    }

    /**
     * What the array could give.
     *
     * @param seconds time of the scenario
     * @return W, 0 at night
     */
    public double availableW(double seconds) {
        double watts = peakW * elevation(seconds);
        int found = watts == 0 ? -1 : Arrays.binarySearch(changesS, seconds);
        int sky = found >= 0 ? found : -found - 2;
        if (sky >= 0) {
            for (Cloud cloud : skies.get(sky)) {
                watts *= cloud.factor(seconds);
            }
        }
        return watts;
    }

    private double elevation(double seconds) {
        if (Double.isInfinite(sunriseS)) {
            return 1;
        }
        double sinceSunrise = (seconds - sunriseS) % DAY_S;
        double ofDay = sinceSunrise < 0 ? sinceSunrise + DAY_S : sinceSunrise;
        double length = sunsetS - sunriseS;
        return ofDay >= length ? 0 : Math.sin(Math.PI * ofDay / length);
    }
}

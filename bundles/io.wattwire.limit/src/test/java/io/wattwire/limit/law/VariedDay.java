package io.wattwire.limit.law;

import java.util.Random;

/** Load and sun of one day, second by second: the same day for the same seed. */
final class VariedDay {

    private static final int SECONDS = 86_400;
    private final double[] load = new double[SECONDS];
    private final double[] sun = new double[SECONDS];
    private final Random random;

    VariedDay(long seed, double peakW) {
        random = new Random(seed);
        base();
        cycles(0, SECONDS, 900, 2700, 90); // fridge
        cycles(0, SECONDS, 1200, 2400, 1000); // heat pump
        cycles(12 * 3600, 13 * 3600, 25, 35, 2300); // oven with its thermostat
        for (int i = 0; i < 10; i++) {
            add(7 * 3600 + random.nextInt(12 * 3600), 180, 2000); // kettle
        }
        add(10 * 3600, 1200, 2000); // washing machine, heating
        add(14 * 3600, 900, 1800); // dishwasher
        add(15 * 3600, 5400, 1400); // car, one slow phase
        clouds(peakW);
    }

    double loadW(double t) {
        return load[Math.min(SECONDS - 1, (int) t)];
    }

    double sunW(double t) {
        return sun[Math.min(SECONDS - 1, (int) t)];
    }

    private void base() {
        double wander = 0;
        for (int s = 0; s < SECONDS; s++) {
            wander = 0.98 * wander + random.nextGaussian() * 2;
            load[s] = 280 + wander;
        }
    }

    private void cycles(int from, int to, int onS, int offS, double watts) {
        for (int s = from; s < to; s += onS + offS) {
            add(s, onS + random.nextInt(5), watts);
        }
    }

    private void add(int from, int lasts, double watts) {
        for (int s = from; s < Math.min(SECONDS, from + lasts); s++) {
            load[s] += watts;
        }
    }

    private void clouds(double peakW) {
        double clear = 1;
        int until = 0;
        for (int s = 0; s < SECONDS; s++) {
            if (s >= until) {
                clear = random.nextInt(3) == 0 ? 0.2 + 0.5 * random.nextDouble() : 1;
                until = s + 20 + random.nextInt(400);
            }
            double height = Math.sin((s - 6 * 3600) * Math.PI / (12 * 3600));
            sun[s] = Math.max(0, peakW * height * clear);
        }
    }
}

package io.wattwire.bench.days;

import java.util.Arrays;
import java.util.Random;

/** Load, sun and battery of one day, second by second: the same day for the same number. */
final class ScriptedDay {

    private static final int SECONDS = 86_400;
    private static final int HOUR = 3600;
    private static final double BATTERY_W = 3000;

    /** What a day is about; days 1, 2, 3 ... take turns. */
    enum Theme {
        STEPS,
        CLOUDS,
        KETTLE,
        EVENING,
        BATTERY_FULL,
        CHARGING_BLOCKED
    }

    private final Theme theme;
    private final Random random;
    private final double[] load;
    private final double[] sun;
    private final double[] acceptance;
    private final double[] soc;
    private boolean battery;

    private ScriptedDay(Theme theme, long number, int seconds) {
        this.theme = theme;
        this.random = new Random(number);
        this.load = new double[seconds];
        this.sun = new double[seconds];
        this.acceptance = new double[seconds];
        this.soc = new double[seconds];
    }

    /**
     * @param number from 1
     */
    static ScriptedDay number(int number) {
        Theme theme = Theme.values()[(number - 1) % Theme.values().length];
        ScriptedDay day = new ScriptedDay(theme, number, SECONDS);
        day.house();
        day.weather();
        switch (theme) {
            case STEPS -> day.steps();
            case KETTLE -> day.kettles(30);
            case EVENING -> day.evening();
            case BATTERY_FULL -> day.battery(false);
            case CHARGING_BLOCKED -> day.battery(true);
            case CLOUDS -> day.kettles(4);
        }
        return day;
    }

    /** The two minutes that the facts publish figures for: a start, and a drop 10 s later. */
    static ScriptedDay publishedStep() {
        ScriptedDay day = new ScriptedDay(Theme.STEPS, 0, 120);
        Arrays.fill(day.sun, DayPlant.RATED_W);
        Arrays.fill(day.load, 0, 10, 3000);
        Arrays.fill(day.load, 10, 120, 300);
        return day;
    }

    private void house() {
        double wander = 0;
        for (int s = 0; s < SECONDS; s++) {
            wander = 0.98 * wander + random.nextGaussian() * 2;
            load[s] = 280 + wander;
        }
        for (int s = random.nextInt(HOUR); s < SECONDS; s += HOUR) {
            appliance(s, 900, 90); // fridge
        }
        kettles(6);
        appliance(10 * HOUR + random.nextInt(HOUR), 1200, 2000); // washing machine
        appliance(13 * HOUR + random.nextInt(HOUR), 900, 1800); // dishwasher
    }

    private void steps() {
        for (int s = 8 * HOUR; s < 17 * HOUR; s += 300 + random.nextInt(300)) {
            appliance(s, 60 + random.nextInt(400), 300 + random.nextInt(2700));
        }
    }

    private void kettles(int cups) {
        for (int i = 0; i < cups; i++) {
            appliance(7 * HOUR + random.nextInt(11 * HOUR), 180, 2000);
        }
    }

    /** Cooking while the sun goes down. */
    private void evening() {
        for (int s = 16 * HOUR; s < 20 * HOUR; s += 60) {
            appliance(s, 25, 2300); // an oven's thermostat
        }
        appliance(15 * HOUR, 3 * HOUR, 1400); // a car, one slow phase
    }

    private void appliance(int from, int lasts, double watts) {
        for (int s = from; s < Math.min(SECONDS, from + lasts); s++) {
            load[s] += watts;
        }
    }

    private void weather() {
        boolean cloudy = theme == Theme.CLOUDS || random.nextInt(3) == 0;
        double clear = 1;
        int until = 0;
        for (int s = 0; s < SECONDS; s++) {
            if (cloudy && s >= until) {
                clear = random.nextInt(3) == 0 ? 0.15 + 0.5 * random.nextDouble() : 1;
                until = s + 20 + random.nextInt(400);
            }
            double height = Math.sin((s - 6 * HOUR) * Math.PI / (12 * HOUR));
            sun[s] = Math.max(0, DayPlant.RATED_W * height * clear);
        }
    }

    /** Charges from nine o'clock, tapers off, is full until the evening. */
    private void battery(boolean blocks) {
        battery = true;
        int full = 12 * HOUR + random.nextInt(2 * HOUR);
        int tapers = full - HOUR / 2;
        for (int s = 0; s < SECONDS; s++) {
            boolean day = s > 6 * HOUR && s < 18 * HOUR;
            double left = Math.max(0, Math.min(1, (full - s) / (double) (full - tapers)));
            acceptance[s] = day ? BATTERY_W * left : BATTERY_W;
            soc[s] = day ? Math.min(100, 100 - 70.0 * (full - s) / (full - 6 * HOUR)) : 50;
        }
        for (int s = 8 * HOUR; blocks && s < full; s += 1200 + random.nextInt(600)) {
            Arrays.fill(acceptance, s, Math.min(full, s + 120 + random.nextInt(480)), 0);
        }
    }

    Theme theme() {
        return theme;
    }

    int seconds() {
        return load.length;
    }

    double loadW(int second) {
        return load[second];
    }

    double sunW(int second) {
        return sun[second];
    }

    /** What the battery would take at this moment. */
    double acceptanceW(int second) {
        return acceptance[second];
    }

    boolean hasBattery() {
        return battery;
    }

    double dischargeW(int second) {
        return battery && soc[second] > 10 ? BATTERY_W : 0;
    }

    double soc(int second) {
        return soc[second];
    }

    /** What may be generated without any export. */
    double boundW(int second) {
        return load[second] + acceptance[second];
    }

    /** What the sun offers and somebody takes. */
    double usableW(int second) {
        return Math.min(sun[second], boundW(second));
    }
}

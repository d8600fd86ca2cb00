package io.wattwire.limit.law;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/**
 * A limit that lives through anything: good, missing, absurd, frozen and forgotten readings of
 * every kind, other settings, restarts, time that stands still.
 */
public final class RandomHistory {

    private static final double[] ODD = {
        Double.NaN, Double.NEGATIVE_INFINITY, 1e308, Double.MIN_VALUE, 0, -0.0, 0.1 + 0.2
    };

    private final Random random;
    private final int units;
    private final double good;
    private LimitSettings settings;
    private Readings readings = Readings.NONE;
    private LimitState state;
    private long number;

    /** The time of the last decision, ns. */
    private long now;

    /** One decision with what led to it. */
    public record Step(
            LimitSettings settings,
            LimitState before,
            Readings readings,
            long nowNanos,
            Decision decision) {}

    /** A history of its own for each seed. */
    public RandomHistory(long seed) {
        random = new Random(seed);
        units = 1 + random.nextInt(3);
        good = random.nextDouble();
        now = random.nextLong();
        settings = choose();
        state = LimitState.start(units, now);
    }

    private LimitSettings choose() {
        Map<String, Object> chosen = new HashMap<>();
        chosen.put("inverters", units);
        chosen.put("allowed.export.w", random.nextInt(4) * 500 - 500);
        chosen.put("installer.cap.w", random.nextInt(20_000));
        chosen.put("margin.w", random.nextInt(100));
        chosen.put("dead.band.w", random.nextDouble() * 100);
        chosen.put("sharing", random.nextBoolean() ? "rating" : "priority");
        chosen.put("below.minimum", random.nextBoolean() ? "stop" : "hold");
        chosen.put("mode", random.nextInt(4) > 0 ? "regulate" : "delegate");
        maybe(chosen, "setpoint.source", "tariff/limit");
        maybe(chosen, "target.source", "operator/target");
        maybe(chosen, "schedule", "0=5000,43200=0");
        maybe(chosen, "balance.free.w", 2000);
        maybe(chosen, "battery.commanded", true);
        maybe(chosen, "phases", "worst");
        maybe(chosen, "battery.use", "first");
        return Choice.of(chosen);
    }

    private void maybe(Map<String, Object> chosen, String key, Object value) {
        if (random.nextInt(4) == 0) {
            chosen.put(key, value);
        }
    }

    private double value(Input input) {
        if (random.nextDouble() > good && random.nextBoolean()) {
            return ODD[random.nextInt(ODD.length)];
        }
        return switch (input) {
            case CONNECTED -> random.nextInt(20) > 0 ? 1 : 0;
            case TIME_OF_DAY -> random.nextInt(86_400);
            case BATTERY_SOC -> random.nextInt(101);
            case GRID, BATTERY, TARGET -> (random.nextDouble() - 0.5) * 8000;
            case MINIMUM, STEP -> 1 + random.nextInt(100);
            case RATED -> 4200;
            default -> random.nextDouble() * 4200;
        };
    }

    private void measure() {
        for (Input input : Input.values()) {
            for (int unit = input.ofSite() ? 0 : 1; unit <= (input.ofSite() ? 0 : units); unit++) {
                if (random.nextInt(3) == 0) {
                    double value =
                            input == Input.READ_BACK && random.nextInt(8) > 0
                                    ? state.unit(unit).limitW()
                                    : value(input);
                    readings =
                            readings.with(
                                    new Slot(input, unit),
                                    new Sample(value, now - random.nextInt(1000), ++number));
                }
            }
        }
    }

    /** Something happens, and the limit decides. */
    public Step next() {
        int what = random.nextInt(200);
        now += random.nextInt(8) == 0 ? 0 : (long) (random.nextDouble() * 1.5e9);
        if (what == 0) {
            settings = choose();
        } else if (what == 1) {
            state = LimitState.start(units, now);
        } else if (what == 2) {
            state = state.withNewSources();
            readings = Readings.NONE;
        } else if (what > 60) {
            measure();
        }
        LimitState before = state;
        Decision decision = Limiter.decide(settings, before, readings, now);
        state = decision.state();
        return new Step(settings, before, readings, now, decision);
    }
}

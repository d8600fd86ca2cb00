package io.wattwire.limit.law;

import java.util.HashMap;
import java.util.Map;

/**
 * The limit on the bench: values are laid on by hand, time passes when the test says so. Watts and
 * seconds. A 4.2 kW inverter with steps of 42 W and a minimum of 84 W.
 */
final class Bench {

    private static final double SECOND = 1e9;

    private final Map<String, Object> properties = new HashMap<>();
    private LimitSettings settings;
    private Readings readings = Readings.NONE;
    private long number;
    private double wobble;

    LimitState state;
    Decision decision;
    double nowS = 1000;

    Bench() {
        state = LimitState.start(1, nanos());
        settings = Choice.of(properties);
        lay(Input.RATED, 4200);
        lay(Input.MINIMUM, 84);
        lay(Input.STEP, 42);
    }

    Bench set(String key, Object value) {
        properties.put(key, value);
        settings = Choice.of(properties);
        return this;
    }

    Bench settings(LimitSettings other) {
        settings = other;
        return this;
    }

    LimitSettings settings() {
        return settings;
    }

    Bench lay(Input input, double value) {
        return layTaken(input, value, nowS);
    }

    Bench layTaken(Input input, double value, double takenS) {
        readings =
                readings.with(
                        new Slot(input, input.ofSite() ? 0 : 1),
                        new Sample(value, (long) (takenS * SECOND), ++number));
        return this;
    }

    /** Grid, inverter and read-back of this moment, the read-back as commanded. */
    Bench measure(double gridW, double inverterW) {
        // no real meter shows the same watts twice
        wobble = 0.25 - wobble;
        lay(Input.GRID, gridW + wobble);
        lay(Input.INVERTER, inverterW);
        if (state.unit(1).commanded()) {
            lay(Input.READ_BACK, state.unit(1).limitW());
        }
        return this;
    }

    Bench wait(double seconds) {
        nowS += seconds;
        return this;
    }

    Decision step() {
        decision = Limiter.decide(settings, state, readings, nanos());
        state = decision.state();
        return decision;
    }

    /** So many seconds of good readings, evaluated as they come. */
    Bench steady(int seconds, double gridW, double inverterW) {
        for (int i = 0; i < seconds; i++) {
            wait(1.0).measure(gridW, inverterW).step();
        }
        return this;
    }

    /** Opened and risen as far as 3 kW of load allow. */
    static Bench open() {
        return new Bench().openAt(3000);
    }

    Bench openAt(double loadW) {
        step();
        for (int i = 0; i < 40; i++) {
            double generated = Math.min(4200, state.unit(1).limitW());
            wait(1.0).measure(loadW - generated, generated).step();
        }
        return this;
    }

    UnitState unit() {
        return state.unit(1);
    }

    double limitW() {
        return state.unit(1).limitW();
    }

    long nanos() {
        return (long) (nowS * SECOND);
    }
}

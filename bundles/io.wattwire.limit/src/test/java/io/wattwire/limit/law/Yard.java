package io.wattwire.limit.law;

import java.util.HashMap;
import java.util.Map;

/**
 * Several inverters, a battery and a meter, read once a second, with the limit in the loop. An
 * inverter follows its limit within the second; what it does otherwise the test says. Watts.
 */
final class Yard {

    private static final double SECOND = 1e9;

    final int inverters;
    final double[] sunW;
    final double[] powerW;
    final double[] obeyedW;
    final boolean[] ignores;
    final boolean[] dead;
    double loadW = 3000;
    double ratedW = 4000;
    double stepW = 40;
    double minimumW;

    /**
     * What the battery does by itself: it takes surplus up to this, and gives down to minus that.
     */
    double takesW;

    double givesW;
    double saysItTakesW = Double.NaN;
    double soc = 50;
    double batteryW;

    final Map<String, Object> choices = new HashMap<>();
    private LimitSettings settings;
    private final Map<Slot, Sample> samples = new HashMap<>();
    private long number;
    private double wobble;

    /** The meter's clamps sit the wrong way round. */
    boolean reversed;

    LimitState state;
    Decision decision;
    double nowS = 1000;

    Yard(int inverters) {
        this.inverters = inverters;
        sunW = new double[inverters];
        java.util.Arrays.fill(sunW, 1e6);
        powerW = new double[inverters];
        obeyedW = new double[inverters];
        ignores = new boolean[inverters];
        dead = new boolean[inverters];
        choices.put("inverters", inverters);
    }

    Yard set(String key, Object value) {
        choices.put(key, value);
        settings = Choice.of(choices);
        return this;
    }

    LimitSettings settings() {
        return settings;
    }

    void lay(Slot slot, double value) {
        samples.put(slot, new Sample(value, nanos(), ++number));
    }

    void lay(Input input, double value) {
        lay(Slot.site(input), value);
    }

    long nanos() {
        return (long) (nowS * SECOND);
    }

    double gridW() {
        double grid = loadW + batteryW;
        for (double power : powerW) {
            grid -= power;
        }
        return grid;
    }

    double limitW(int unit) {
        return state.unit(unit).limitW();
    }

    double limitsW() {
        return state.units().stream().mapToDouble(UnitState::limitW).sum();
    }

    Yard run(int seconds) {
        for (int i = 0; i < seconds; i++) {
            second();
        }
        return this;
    }

    void second() {
        if (settings == null) {
            settings = Choice.of(choices);
        }
        nowS += 1;
        if (state == null) {
            state = LimitState.start(inverters, nanos());
        }
        plant();
        measure();
        decide();
    }

    private void plant() {
        for (int i = 0; i < inverters; i++) {
            powerW[i] = Math.min(Math.min(sunW[i], ratedW), ignores[i] ? ratedW : obeyedW[i]);
        }
        double without = gridW() - batteryW;
        boolean commanded = settings.site().battery().commanded();
        double setpoint = commanded ? state.battery().setpointW() : -without;
        batteryW = Double.isNaN(setpoint) ? 0 : Math.max(-givesW, Math.min(takesW, setpoint));
    }

    private void measure() {
        // no real meter shows the same watts twice
        wobble = 0.25 - wobble;
        lay(Input.GRID, (reversed ? -gridW() : gridW()) + wobble);
        lay(Input.BATTERY, batteryW);
        lay(Input.BATTERY_SOC, soc);
        lay(Input.BATTERY_MAX_CHARGE, Double.isNaN(saysItTakesW) ? takesW : saysItTakesW);
        lay(Input.BATTERY_MAX_DISCHARGE, givesW);
        for (int i = 0; i < inverters; i++) {
            int unit = i + 1;
            if (dead[i]) {
                continue;
            }
            lay(new Slot(Input.RATED, unit), ratedW);
            lay(new Slot(Input.STEP, unit), stepW);
            lay(new Slot(Input.MINIMUM, unit), minimumW);
            lay(new Slot(Input.INVERTER, unit), powerW[i]);
            lay(new Slot(Input.READ_BACK, unit), ignores[i] ? ratedW : obeyedW[i]);
        }
    }

    void decide() {
        decision = Limiter.decide(settings, state, new Readings(new HashMap<>(samples)), nanos());
        state = decision.state();
        for (Command command : decision.commands()) {
            int i = command.unit() - 1;
            if (command.emit() && !ignores[i] && !dead[i]) {
                obeyedW[i] = command.limitW();
            }
        }
    }
}

package io.wattwire.limit.law;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.DoubleUnaryOperator;

/**
 * A house in simulated time: sun, load, one inverter with dead time and first-order lag, one meter,
 * and the limit in the loop. Seconds and watts.
 */
final class House {

    /** Exporting less than this beyond the bound is not counted. */
    static final double TOLERANCE_W = 50;

    private static final double SECOND = 1e9;
    private static final double CLOCK_S = 0.25;

    // the plant
    double ratedW = 4200;
    double stepW = 42;
    double minimumW = 84;
    double tauS = 1.5;
    double deadTimeS;
    DoubleUnaryOperator load = t -> 300;
    DoubleUnaryOperator sun = t -> 4200;

    // the wires
    double gridPeriodS = 1;
    double gridPhaseS;
    double gridDelayS = 0.06;
    double inverterPeriodS = 1;
    double inverterPhaseS = 0.05;
    double inverterDelayS = 0.06;
    double gridNoiseW = 1;

    // the faults, as spans of time
    double meterLostFromS = Double.POSITIVE_INFINITY;
    double meterLostToS = Double.POSITIVE_INFINITY;
    double meterFrozenFromS = Double.POSITIVE_INFINITY;
    double restartAtS = Double.POSITIVE_INFINITY;
    double ignoresFromS = Double.POSITIVE_INFINITY;
    double ignoresToS = Double.POSITIVE_INFINITY;

    final Map<String, Object> settings = new HashMap<>();
    final List<Change> changes = new ArrayList<>();

    // what came of it
    int writes;
    double generatedWh;
    double possibleWh;
    double longestExcursionS;
    double overWh;
    double powerW;
    Decision last;

    private record Change(double atS, double limitW, Phase phase) {}

    private record Arrival(double atS, Input input, double value, double takenS)
            implements Comparable<Arrival> {
        @Override
        public int compareTo(Arrival other) {
            return Double.compare(atS, other.atS);
        }
    }

    private record Command(double fromS, double limitW) {}

    private final PriorityQueue<Arrival> onTheWire = new PriorityQueue<>();
    private final Deque<Command> onTheWay = new ArrayDeque<>();
    private Readings readings = Readings.NONE;
    private long number;
    private double obeyedW;
    private double frozenW;
    private double excursionSinceS = Double.NaN;
    private double measuredFromS;

    House with(String key, Object value) {
        settings.put(key, value);
        return this;
    }

    /** Counting starts here, so that the opening is not part of it. */
    House measureFrom(double seconds) {
        measuredFromS = seconds;
        return this;
    }

    House run(double untilS, double dtS) {
        LimitSettings limits = Choice.of(settings);
        LimitState state = LimitState.start(1, 0);
        obeyedW = ratedW;
        powerW = Math.min(ratedW, sun.applyAsDouble(0));
        double nextGrid = gridPhaseS;
        double nextInverter = inverterPhaseS;
        double nextClock = 0;
        for (long i = 0; i * dtS < untilS; i++) {
            double t = i * dtS;
            plant(t, dtS);
            if (t >= nextGrid) {
                measureGrid(t);
                nextGrid += gridPeriodS;
            }
            if (t >= nextInverter) {
                measureInverter(t);
                nextInverter += inverterPeriodS;
            }
            boolean due = t >= nextClock;
            nextClock += due ? CLOCK_S : 0;
            while (!onTheWire.isEmpty() && onTheWire.peek().atS() <= t) {
                due = true;
                store(onTheWire.poll());
                // one envelope holds all that arrived together
                while (!onTheWire.isEmpty() && onTheWire.peek().atS() <= t) {
                    store(onTheWire.poll());
                }
            }
            if (due) {
                state = evaluate(limits, state, t);
            }
            account(t, dtS, limits.bounds().allowedExportW());
        }
        return this;
    }

    private void plant(double t, double dtS) {
        if (t >= restartAtS) {
            obeyedW = ratedW;
            restartAtS = Double.POSITIVE_INFINITY;
        }
        while (!onTheWay.isEmpty() && onTheWay.peek().fromS() <= t) {
            obeyedW = onTheWay.poll().limitW();
        }
        double available = Math.min(ratedW, sun.applyAsDouble(t));
        double target = Math.min(available, obeyedW);
        powerW += (target - powerW) * (1 - Math.exp(-dtS / tauS));
        powerW = Math.min(powerW, available);
    }

    private double gridW(double t) {
        return load.applyAsDouble(t) - powerW;
    }

    private void measureGrid(double t) {
        if (t >= meterLostFromS && t < meterLostToS) {
            return;
        }
        // the wobble of a real meter: equal values for long would count as frozen
        double value = gridW(t) + gridNoiseW * Math.sin(t * 12.9898);
        if (t < meterFrozenFromS) {
            frozenW = value;
        }
        onTheWire.add(new Arrival(t + gridDelayS, Input.GRID, frozenW, t));
    }

    private void measureInverter(double t) {
        double arrives = t + inverterDelayS;
        onTheWire.add(new Arrival(arrives, Input.INVERTER, powerW, t));
        onTheWire.add(new Arrival(arrives, Input.READ_BACK, obeyedW, t));
        onTheWire.add(new Arrival(arrives, Input.RATED, ratedW, t));
        onTheWire.add(new Arrival(arrives, Input.MINIMUM, minimumW, t));
        onTheWire.add(new Arrival(arrives, Input.STEP, stepW, t));
    }

    private void store(Arrival arrival) {
        readings =
                readings.with(
                        new Slot(arrival.input(), arrival.input().ofSite() ? 0 : 1),
                        new Sample(arrival.value(), (long) (arrival.takenS() * SECOND), ++number));
    }

    private LimitState evaluate(LimitSettings limits, LimitState state, double t) {
        last = Limiter.decide(limits, state, readings, (long) (t * SECOND));
        if (last.emit()) {
            writes += t >= measuredFromS ? 1 : 0;
            if (t < ignoresFromS || t >= ignoresToS) {
                double whole = Math.floor(last.state().unit(1).limitW() / stepW + 1e-9) * stepW;
                onTheWay.add(new Command(t + deadTimeS, whole));
            }
        }
        if (last.state().unit(1).limitW() != state.unit(1).limitW()
                || last.state().unit(1).phase() != state.unit(1).phase()) {
            changes.add(new Change(t, last.state().unit(1).limitW(), last.state().unit(1).phase()));
        }
        return last.state();
    }

    private void account(double t, double dtS, double allowedW) {
        if (t < measuredFromS) {
            return;
        }
        double hours = dtS / 3600;
        double available = Math.min(ratedW, sun.applyAsDouble(t));
        generatedWh += powerW * hours;
        possibleWh += Math.min(available, load.applyAsDouble(t) + allowedW) * hours;
        double over = -gridW(t) - allowedW;
        overWh += Math.max(0, over) * hours;
        if (over <= TOLERANCE_W) {
            excursionSinceS = Double.NaN;
        } else {
            excursionSinceS = Double.isNaN(excursionSinceS) ? t : excursionSinceS;
            longestExcursionS = Math.max(longestExcursionS, t + dtS - excursionSinceS);
        }
    }
}

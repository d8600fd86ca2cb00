package io.wattwire.bench.days;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The house on a scripted day: an inverter with dead time and lag, a battery that follows what is
 * left over, and a law in the loop. The same plant for all laws.
 */
final class DayPlant {

    static final double RATED_W = 4200;
    static final double STEP_W = 42;
    static final double MINIMUM_W = 84;
    static final double STEP_S = 0.1;
    static final int STEPS_PER_S = 10;

    private static final double BATTERY_LAG_S = 0.4;

    private final ScriptedDay day;
    private final double tauS;
    private final int deadSteps;
    private final Deque<Double> onTheWay = new ArrayDeque<>();
    private double powerW;
    private double batteryW;

    DayPlant(ScriptedDay day, double tauS, double deadTimeS) {
        this.day = day;
        this.tauS = tauS;
        this.deadSteps = (int) Math.round(deadTimeS / STEP_S);
    }

    /** A limit as the device has it: whole steps, none below its minimum. */
    static double step(double watts) {
        double whole = Math.floor(Math.min(watts, RATED_W) / STEP_W + 1e-9) * STEP_W;
        return whole >= MINIMUM_W ? whole : 0;
    }

    Outcome run(Law law) {
        Outcome outcome = new Outcome();
        double limitW = 0;
        for (int i = 0; i < deadSteps; i++) {
            onTheWay.add(0.0);
        }
        for (int i = 0; i < day.seconds() * STEPS_PER_S; i++) {
            int second = i / STEPS_PER_S;
            if (i % STEPS_PER_S == 0) {
                double next = law.limitW(seen(second));
                outcome.written(next != limitW);
                limitW = next;
            }
            advance(second, limitW);
            outcome.account(STEP_S, -gridW(second), day.usableW(second), powerW);
        }
        return outcome;
    }

    private Seen seen(int second) {
        return new Seen(
                second, gridW(second), powerW, batteryW, day.acceptanceW(second), day.soc(second));
    }

    private void advance(int second, double limitW) {
        onTheWay.add(limitW);
        double obeyed = onTheWay.poll();
        double available = day.sunW(second);
        powerW += (Math.min(available, obeyed) - powerW) * (1 - Math.exp(-STEP_S / tauS));
        powerW = Math.min(powerW, available);
        double surplus = powerW - day.loadW(second);
        double wanted =
                Math.max(-day.dischargeW(second), Math.min(day.acceptanceW(second), surplus));
        batteryW += (wanted - batteryW) * (1 - Math.exp(-STEP_S / BATTERY_LAG_S));
        // the BMS opens its contactors at once
        batteryW = Math.min(batteryW, day.acceptanceW(second));
    }

    private double gridW(int second) {
        return day.loadW(second) + batteryW - powerW;
    }
}

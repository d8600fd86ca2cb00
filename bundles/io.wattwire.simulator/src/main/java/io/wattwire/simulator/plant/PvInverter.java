package io.wattwire.simulator.plant;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The inverter: dead time, then a first-order lag towards the smaller of sun and limit; what the
 * sun takes away is gone at once. Not thread-safe, the plant's lock guards it.
 */
final class PvInverter {

    private static final double NO_LIMIT_PERCENT = 100;

    private record Command(double dueS, double percent) {}

    private record Outage(double fromS, double untilS) {}

    private final InverterSpec spec;
    private final Deque<Command> underway = new ArrayDeque<>();
    private final List<Outage> outages = new ArrayList<>();

    private double registerPercent = NO_LIMIT_PERCENT;
    private double storedPercent = NO_LIMIT_PERCENT;
    private double obeyedPercent = NO_LIMIT_PERCENT;
    private double watts;
    private double throttleW = Double.MAX_VALUE;
    private boolean asleep;
    private boolean dark;
    private int powerLosses;
    private double generatesFromS = Double.NEGATIVE_INFINITY;

    /** An inverter that has been running for long. */
    PvInverter(InverterSpec spec, double sunW) {
        this.spec = spec;
        this.asleep = sunW < spec.startupW();
        this.watts = asleep ? 0 : availableW(sunW);
    }

    double availableW(double sunW) {
        return Math.min(sunW, spec.ratedW());
    }

    void command(double percent, boolean stored, double nowS) {
        if (!on()) {
            return;
        }
        registerPercent = percent;
        if (stored) {
            storedPercent = percent;
        }
        underway.add(new Command(nowS + spec.deadTimeS(), percent));
    }

    void restart(double fromS, double downS) {
        outages.add(new Outage(fromS, fromS + downS));
    }

    /** Without power the volatile limit is forgotten. */
    private void losePower() {
        powerLosses++;
        underway.clear();
        registerPercent = storedPercent;
        obeyedPercent = storedPercent;
    }

    void step(double sunW, double nowS, double dt) {
        followOutages(nowS);
        followSun(sunW, nowS);
        while (!underway.isEmpty() && underway.peek().dueS() <= nowS) {
            obey(underway.poll().percent(), nowS);
        }
        if (!on() || nowS < generatesFromS || disconnected()) {
            watts = 0;
            return;
        }
        double reachable = availableW(sunW);
        double share = spec.tauS() == 0 ? 1 : -Math.expm1(-dt / spec.tauS());
        // The lag is the limiter's: it begins where the power is, and the sun is followed at once.
        throttleW = Math.min(throttleW, Math.max(obeyedW(), reachable));
        throttleW += (obeyedW() - throttleW) * share;
        watts = Math.min(reachable, throttleW);
    }

    private void followOutages(double nowS) {
        outages.removeIf(outage -> outage.untilS() <= nowS);
        boolean out = outages.stream().anyMatch(outage -> outage.fromS() <= nowS);
        if (out && !dark) {
            losePower();
        } else if (dark && !out) {
            generatesFromS = nowS + spec.bootS();
        }
        dark = out;
    }

    private void followSun(double sunW, double nowS) {
        if (!asleep && sunW < spec.startupW()) {
            asleep = true;
            losePower();
        } else if (asleep && sunW > 1.2 * spec.startupW()) {
            // more than it took to fall asleep, or dusk would make it flutter
            asleep = false;
            generatesFromS = nowS + spec.bootS();
        }
    }

    private void obey(double percent, double nowS) {
        boolean was = disconnected();
        obeyedPercent = percent;
        if (was && !disconnected()) {
            generatesFromS = nowS + spec.bootS();
        }
    }

    private boolean disconnected() {
        return obeyedPercent < spec.minimumPercent()
                && spec.belowMinimum() == InverterSpec.BelowMinimum.DISCONNECT;
    }

    double obeyedW() {
        double percent = Math.max(obeyedPercent, disconnected() ? 0 : spec.minimumPercent());
        return Math.min(percent, 100) / 100 * spec.ratedW();
    }

    double watts() {
        return watts;
    }

    double registerPercent() {
        return registerPercent;
    }

    boolean on() {
        return !asleep && !dark;
    }

    int powerLosses() {
        return powerLosses;
    }
}

package io.wattwire.limit.faults;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * An inverter with dead time and first-order lag, which forgets, ignores and reboots when told.
 * Seconds and watts.
 */
final class PlantInverter {

    static final double RATED_W = 4200;
    static final double STEP_W = 42;
    static final double MINIMUM_W = 84;

    /** Class A: so long without a write, and it goes to zero. */
    static final double WATCHDOG_S = 30;

    private record Command(double fromS, double limitW) {}

    private final FailSafe failSafe;
    private final double tauS;
    private final double deadTimeS;
    private final Deque<Command> onTheWay = new ArrayDeque<>();
    private double obeyedW = RATED_W;
    private double powerW;
    private double writtenAtS;
    private double generatesFromS;
    private double answersFromS;
    private boolean ignoring;

    PlantInverter(FailSafe failSafe, double tauS, double deadTimeS) {
        this.failSafe = failSafe;
        this.tauS = tauS;
        this.deadTimeS = deadTimeS;
    }

    /**
     * @param ownBoundW what the device's own meter would let it generate
     */
    void advance(double t, double dtS, double sunW, double ownBoundW) {
        while (!onTheWay.isEmpty() && onTheWay.peek().fromS() <= t) {
            obeyedW = onTheWay.poll().limitW();
        }
        if (failSafe == FailSafe.A && t - writtenAtS > WATCHDOG_S) {
            obeyedW = 0;
        }
        double available = generates(t) ? Math.min(RATED_W, sunW) : 0;
        double bound = failSafe == FailSafe.B ? Math.max(0, ownBoundW) : RATED_W;
        double target = Math.min(available, Math.min(obeyedW, bound));
        powerW += (target - powerW) * dtS / (tauS + dtS);
        powerW = Math.min(powerW, available);
    }

    /** A command arrives in its registers. */
    void write(double t, double limitW) {
        if (!answers(t) || ignoring) {
            return;
        }
        writtenAtS = t;
        double whole = Math.floor(limitW / STEP_W + 1e-9) * STEP_W;
        onTheWay.add(new Command(t + deadTimeS, whole));
    }

    /** Silent now, back with all limits forgotten, and feeding in some time later. */
    void reboot(double answersAgainS, double generatesAgainS) {
        forget();
        powerW = 0;
        answersFromS = answersAgainS;
        generatesFromS = generatesAgainS;
    }

    void forget() {
        onTheWay.clear();
        obeyedW = RATED_W;
    }

    void ignore() {
        ignoring = true;
    }

    boolean listens() {
        return !ignoring;
    }

    boolean answers(double t) {
        return t >= answersFromS;
    }

    private boolean generates(double t) {
        return t >= generatesFromS;
    }

    double powerW() {
        return powerW;
    }

    double obeyedW() {
        return obeyedW;
    }
}

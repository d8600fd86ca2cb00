package io.wattwire.interop;

import java.util.concurrent.TimeUnit;

/**
 * A house in real time: full sun, an inverter with a lag of 1.5 s that gives what its limit allows,
 * a load that the test sets. Watts; thread-safe.
 */
final class House {

    static final double RATED_W = 4200;
    private static final double TAU_S = 1.5;
    private static final double TOLERANCE_W = 50;

    private double loadW;
    private double limitW = RATED_W;
    private double powerW;
    private long lastNanos = System.nanoTime();
    private long lastExcessNanos = lastNanos;

    House(double loadW) {
        this.loadW = loadW;
    }

    /** Moves the plant on to now, by the lag's own law. */
    private void advance() {
        long now = System.nanoTime();
        // in small steps, so that the moment in which an export ends is known
        while (now - lastNanos > 0) {
            long step = Math.min(now - lastNanos, TimeUnit.MILLISECONDS.toNanos(10));
            lastNanos += step;
            powerW += (limitW - powerW) * (1 - Math.exp(-step / 1e9 / TAU_S));
            if (powerW - loadW > TOLERANCE_W) {
                lastExcessNanos = lastNanos;
            }
        }
    }

    synchronized void limit(double watts) {
        advance();
        limitW = Math.min(RATED_W, watts);
    }

    synchronized double limitW() {
        return limitW;
    }

    synchronized void load(double watts) {
        advance();
        loadW = watts;
    }

    synchronized double inverterW() {
        advance();
        return powerW;
    }

    /** With the wobble of a real meter. */
    synchronized double gridW() {
        advance();
        return loadW - powerW + (lastNanos >>> 20 & 7);
    }

    /** Seconds from a moment until the last export beyond tolerance; 0 when there was none. */
    synchronized double exportedForS(long sinceNanos) {
        advance();
        return Math.max(0, (lastExcessNanos - sinceNanos) / 1e9);
    }

    /** An inverter that starts anew gives nothing at first and has forgotten its limit. */
    synchronized void reboot() {
        advance();
        powerW = 0;
        limitW = RATED_W;
    }
}

package io.wattwire.simulator.plant;

/** Voltage and frequency that look like a real grid: slow swings, and feed-in lifts the voltage. */
final class GridModel {

    private static final double NOMINAL_V = 230;
    private static final double NOMINAL_HZ = 50;
    private static final double IMPEDANCE_OHM = 0.25;
    private static final double REACTIVE_SHARE = 0.15;

    private GridModel() {}

    static double voltage(double seconds, double gridW) {
        double swing = 1.5 * wave(seconds, 97) + 0.6 * wave(seconds, 31);
        return NOMINAL_V + swing - IMPEDANCE_OHM * gridW / NOMINAL_V;
    }

    static double frequency(double seconds) {
        return NOMINAL_HZ + 0.015 * wave(seconds, 41) + 0.006 * wave(seconds, 7.3);
    }

    /** The house needs some reactive power; inverter and battery run at power factor 1. */
    static double reactiveVar(double loadW) {
        return REACTIVE_SHARE * loadW;
    }

    private static double wave(double seconds, double periodS) {
        return Math.sin(2 * Math.PI * seconds / periodS);
    }
}

package io.wattwire.limit.faults;

/**
 * When a gateway reads its two devices. Seconds.
 *
 * @param meterPhaseS of the first reading of the meter
 * @param inverterPhaseS of the first reading of the inverter
 * @param inverterLateS how old its values are when they arrive
 */
record Polls(
        double meterPeriodS,
        double meterPhaseS,
        double inverterPeriodS,
        double inverterPhaseS,
        double inverterLateS) {

    /** The inverter a little before the meter, as in the shipped graph. */
    static Polls eachSecond(double phaseS) {
        return new Polls(1, phaseS + 0.1, 1, phaseS, 0);
    }

    Polls inverterAfterMeter(double seconds) {
        double phase = meterPhaseS + seconds;
        return new Polls(meterPeriodS, meterPhaseS, inverterPeriodS, phase, inverterLateS);
    }

    Polls inverterEvery(double seconds) {
        return new Polls(meterPeriodS, meterPhaseS, seconds, inverterPhaseS, inverterLateS);
    }

    Polls inverterLate(double seconds) {
        return new Polls(meterPeriodS, meterPhaseS, inverterPeriodS, inverterPhaseS, seconds);
    }
}

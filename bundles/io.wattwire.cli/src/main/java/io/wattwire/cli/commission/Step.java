package io.wattwire.cli.commission;

/**
 * One step of the limit, and what came of it.
 *
 * @param commandW the limit commanded, W
 * @param fromW power of the inverter before, W
 * @param toW power of the inverter in the end, W
 * @param gridRatio how much of the inverter's change the meter saw with the other sign; 1 when both
 *     agree
 * @param readBackW the limit that the inverter reported in the end, W; NaN for none
 * @param settled whether the power came to rest in time
 * @param response how it got there; null when it did not move
 */
record Step(
        double commandW,
        double fromW,
        double toW,
        double gridRatio,
        double readBackW,
        boolean settled,
        Response response) {

    boolean falls() {
        return commandW < fromW;
    }

    /** Accepted when command - step <= read-back <= command, as every driver promises. */
    boolean readBackFits(double stepW) {
        return readBackW >= commandW - stepW - 1 && readBackW <= commandW + 1;
    }
}

package io.wattwire.cli.commission;

/**
 * One look at both devices. What could not be read is NaN.
 *
 * @param nanos when it was taken, monotonic
 * @param inverterW AC power of the inverter, W, + generating
 * @param limitW the limit that the inverter says it obeys, W
 * @param gridW power at the grid point, W, + import
 */
public record Look(long nanos, double inverterW, double limitW, double gridW) {

    boolean complete() {
        return !Double.isNaN(inverterW) && !Double.isNaN(gridW);
    }

    double secondsSince(long start) {
        return (nanos - start) / 1e9;
    }
}

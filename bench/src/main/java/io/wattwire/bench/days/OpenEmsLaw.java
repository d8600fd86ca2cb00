package io.wattwire.bench.days;

/**
 * OpenEMS's limit of what is sold to the grid, from the facts: what the house takes, but not more
 * than 20 % away from the limit before while both are above 100 W.
 */
final class OpenEmsLaw implements Law {

    private static final double RAMP = 0.2;
    private static final double RAMPED_ABOVE_W = 100;

    private double lastW = Double.NaN;

    @Override
    public double limitW(Seen seen) {
        double wanted = seen.gridW() + seen.inverterW();
        if (wanted > RAMPED_ABOVE_W && lastW > RAMPED_ABOVE_W) {
            wanted = Math.max(lastW * (1 - RAMP), Math.min(lastW * (1 + RAMP), wanted));
        }
        lastW = Math.max(0, Math.min(DayPlant.RATED_W, wanted));
        return lastW;
    }
}

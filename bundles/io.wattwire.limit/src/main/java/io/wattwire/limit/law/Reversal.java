package io.wattwire.limit.law;

/**
 * Finds a meter that counts the wrong way round. When inverters generate more, the meter has to
 * show so much less; one that shows as much more, three times in a row, is reversed. Watched over
 * steps of the inverters that are larger than noise; a load that changes by chance meanwhile says
 * nothing.
 *
 * @param gridW of the step before
 * @param powerW of all inverters at the same moment; NaN as long as there was none
 * @param number of the grid's sample that was looked at last
 * @param wrong steps in a row that went the wrong way
 * @param found it was found reversed
 * @param foundNanos when
 */
public record Reversal(
        double gridW, double powerW, long number, int wrong, boolean found, long foundNanos) {

    /** Nothing seen yet. */
    public static final Reversal NONE = new Reversal(Double.NaN, Double.NaN, 0, 0, false, 0);

    private static final double STEP_W = 50;
    private static final double LEAST = 0.7;
    private static final double MOST = 1.3;
    private static final int IN_A_ROW = 3;

    /** Then it is given another chance; whoever turned the meter back need not restart anything. */
    private static final long DISTRUST_NANOS = 900_000_000_000L;

    /**
     * Looks at a reading of the grid.
     *
     * @param sources at its moment
     */
    Reversal see(Sample grid, Sources sources, long nowNanos) {
        boolean still = found && nowNanos - foundNanos < DISTRUST_NANOS;
        if (still || grid.number() == number || sources.awaited()) {
            return new Reversal(gridW, powerW, number, wrong, still, foundNanos);
        }
        double power = sources.powerW();
        if (Double.isNaN(power)) {
            return new Reversal(Double.NaN, Double.NaN, grid.number(), wrong, false, 0);
        }
        if (Double.isNaN(powerW)) {
            return new Reversal(grid.value(), power, grid.number(), wrong, false, 0);
        }
        int now = judged((grid.value() - gridW) / (power - powerW), power - powerW);
        boolean reversed = now >= IN_A_ROW;
        return new Reversal(
                grid.value(), power, grid.number(), reversed ? 0 : now, reversed, nowNanos);
    }

    private int judged(double answer, double movedW) {
        boolean tells = Math.abs(movedW) >= STEP_W;
        boolean wrongWay = answer > LEAST && answer < MOST;
        boolean rightWay = answer < -LEAST && answer > -MOST;
        return !tells ? wrong : wrongWay ? wrong + 1 : rightWay ? 0 : wrong;
    }
}

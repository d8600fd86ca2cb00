package io.wattwire.limit.law;

/**
 * Finds a meter that shows nothing but noise, each value possible by itself. A house may take or
 * leave half of what its fuses let through at once, but not again and again within seconds.
 *
 * @param count jumps, each within 5 s of the one before
 * @param lastNanos when the last of them was seen; meaningless while there was none
 */
public record Jumps(int count, long lastNanos) {

    /** Nothing seen yet. */
    public static final Jumps NONE = new Jumps(0, 0);

    private static final double SHARE_OF_FUSES = 0.5;
    private static final int ERRATIC = 3;
    private static final long IN_A_ROW_NANOS = 5_000_000_000L;

    /** So long it has to behave before it is believed again. */
    private static final long DISTRUST_NANOS = 60_000_000_000L;

    Jumps see(Watch grid, double fusesW) {
        boolean jumped =
                grid.fresh()
                        && grid.before().present()
                        && Math.abs(grid.last().value() - grid.before().value())
                                > SHARE_OF_FUSES * fusesW;
        if (!jumped) {
            return this;
        }
        long now = grid.last().takenNanos();
        boolean goesOn = count > 0 && (now - lastNanos < IN_A_ROW_NANOS || erratic(now));
        return new Jumps(goesOn ? Math.min(count + 1, ERRATIC) : 1, now);
    }

    boolean erratic(long nowNanos) {
        return count >= ERRATIC && nowNanos - lastNanos < DISTRUST_NANOS;
    }
}

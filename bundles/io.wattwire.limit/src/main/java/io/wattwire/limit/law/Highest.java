package io.wattwire.limit.law;

/**
 * The highest of the limits that were in force in the last ten seconds, before the present one. An
 * inverter may still show any of them.
 *
 * @param watts the highest; meaningless when it is long ago
 * @param untilNanos until when it was in force
 * @param nextW the highest of those after it
 * @param nextUntilNanos until when that was in force
 */
public record Highest(double watts, long untilNanos, double nextW, long nextUntilNanos) {

    /** Nothing was in force yet. */
    public static final Highest NONE =
            new Highest(Double.NEGATIVE_INFINITY, 0, Double.NEGATIVE_INFINITY, 0);

    private static final long LATELY_NANOS = 10_000_000_000L;

    Highest see(double limitW, long nowNanos) {
        Highest late = at(nowNanos);
        if (limitW >= late.watts) {
            return new Highest(limitW, nowNanos, Double.NEGATIVE_INFINITY, nowNanos);
        }
        boolean higher = limitW >= late.nextW;
        return new Highest(
                late.watts,
                late.untilNanos,
                higher ? limitW : late.nextW,
                higher ? nowNanos : late.nextUntilNanos);
    }

    /** {@return W; minus infinity when there was none} */
    double wattsAt(long nowNanos) {
        return at(nowNanos).watts;
    }

    private Highest at(long nowNanos) {
        if (nowNanos - untilNanos < LATELY_NANOS) {
            return this;
        }
        return nowNanos - nextUntilNanos < LATELY_NANOS
                ? new Highest(nextW, nextUntilNanos, Double.NEGATIVE_INFINITY, nextUntilNanos)
                : NONE;
    }
}

package io.wattwire.limit.law;

/**
 * The local time of the day as far as it can be trusted. After a jump (clock set, summer time) it
 * is doubted for a while: a schedule then keeps to its strictest line.
 *
 * @param second since midnight; NaN as long as it is not known
 * @param atNanos when it was that second
 * @param jumped whether it ever jumped
 * @param jumpedNanos when it did last
 */
public record TimeOfDay(double second, long atNanos, boolean jumped, long jumpedNanos) {

    /** Not known yet. */
    public static final TimeOfDay UNKNOWN = new TimeOfDay(Double.NaN, 0, false, 0);

    static final int DAY_S = 86_400;

    private static final double SECOND = 1e9;
    private static final double JUMP_S = 60;
    private static final long DOUBTED_NANOS = 900_000_000_000L;

    TimeOfDay see(Sample sample) {
        double said = sample.value();
        if (!sample.present() || !(said >= 0 && said < DAY_S)) {
            return this;
        }
        if (Double.isNaN(second)) {
            return new TimeOfDay(said, sample.takenNanos(), false, 0);
        }
        double expected = second + (sample.takenNanos() - atNanos) / SECOND;
        double off = Math.abs(Math.IEEEremainder(said - expected, DAY_S));
        return off > JUMP_S
                ? new TimeOfDay(said, sample.takenNanos(), true, sample.takenNanos())
                : new TimeOfDay(said, sample.takenNanos(), jumped, jumpedNanos);
    }

    /** Old, unknown or doubted. */
    boolean uncertain(long nowNanos) {
        return Double.isNaN(second)
                || nowNanos - atNanos > JUMP_S * SECOND
                || jumped && nowNanos - jumpedNanos < DOUBTED_NANOS;
    }
}

package io.wattwire.limit.law;

/**
 * Compares what the device says it obeys with what it was told.
 *
 * @param last the newest usable sample
 * @param seen number of the newest sample looked at, usable or not
 * @param earlierW highest limit in force since the sample before the last change
 * @param tally how the samples agreed with the command
 * @param mismatchNow this evaluation brought a mismatch
 */
public record ReadBack(Sample last, long seen, double earlierW, Tally tally, boolean mismatchNow) {

    /** Nothing read yet. */
    public static final ReadBack NONE =
            new ReadBack(Sample.NONE, 0, Double.NEGATIVE_INFINITY, Tally.NONE, false);

    /** Registers hold whole steps; this only covers their decimal fractions. */
    static final double TOLERANCE_W = 0.5;

    ReadBack see(Sample sample, double limitW, Emission emission) {
        if (!sample.present() || sample.number() == seen) {
            return new ReadBack(last, seen, earlierW, tally, false);
        }
        if (!Double.isFinite(sample.value())) {
            return new ReadBack(last, sample.number(), earlierW, tally, false);
        }
        if (!emission.happened() || sample.takenNanos() - emission.changedNanos() < 0) {
            return new ReadBack(sample, sample.number(), earlierW, tally, false);
        }
        if (sample.value() <= limitW + TOLERANCE_W) {
            return new ReadBack(sample, sample.number(), earlierW, tally.agree(), false);
        }
        // one sample may still show the command before: the device has two cycles
        boolean inTransit = tally.samples() == 0 && sample.value() <= earlierW + TOLERANCE_W;
        return inTransit
                ? new ReadBack(sample, sample.number(), earlierW, tally.transit(), false)
                : new ReadBack(sample, sample.number(), earlierW, tally.disagree(), true);
    }

    /** After a new command what comes back has to agree anew. */
    ReadBack commanded(double limitBeforeW) {
        double earlier = tally.samples() == 0 ? Math.max(earlierW, limitBeforeW) : limitBeforeW;
        return new ReadBack(last, seen, earlier, tally.restart(), mismatchNow);
    }

    boolean above() {
        return tally.mismatches() > 0;
    }

    boolean below(double limitW, double stepW) {
        return tally.confirmed() && last.value() < limitW - stepW - TOLERANCE_W;
    }

    /**
     * How the samples agreed with the command.
     *
     * @param samples since the last change of the command
     * @param mismatches in a row
     * @param agreements in a row
     * @param confirmed a sample agreed since the last change
     * @param alarm three mismatches in a row, and not yet three agreements since
     */
    public record Tally(
            int samples, int mismatches, int agreements, boolean confirmed, boolean alarm) {

        /** Nothing to compare yet. */
        public static final Tally NONE = new Tally(0, 0, 0, false, false);

        private static final int IN_A_ROW = 3;

        Tally agree() {
            int now = Math.min(agreements + 1, IN_A_ROW);
            return new Tally(1, 0, now, true, alarm && now < IN_A_ROW);
        }

        Tally disagree() {
            int now = Math.min(mismatches + 1, IN_A_ROW);
            return new Tally(1, now, 0, false, alarm || now == IN_A_ROW);
        }

        Tally transit() {
            return new Tally(1, mismatches, agreements, false, alarm);
        }

        Tally restart() {
            return new Tally(0, mismatches, agreements, false, alarm);
        }
    }
}

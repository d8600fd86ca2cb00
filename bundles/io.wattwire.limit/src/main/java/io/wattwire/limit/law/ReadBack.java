package io.wattwire.limit.law;

/**
 * Compares what the device says it obeys with what it was told.
 *
 * @param last the newest usable sample
 * @param seen number of the newest sample looked at, usable or not
 * @param earlierW highest limit in force since the sample before the last change
 * @param tally how the samples agreed with the command
 * @param untold a mismatch has not been answered with the command yet
 * @param answer whether it answers to being lowered
 * @param highest limits in force lately
 * @param raised its limit rose although nobody here raised it, and it does not agree yet
 * @param raisedNanos when that happened last; meaningless when {@code raisedEver} is false
 * @param raisedEver whether it ever happened
 */
public record ReadBack(
        Sample last,
        long seen,
        double earlierW,
        Tally tally,
        boolean untold,
        Answer answer,
        Highest highest,
        boolean raised,
        long raisedNanos,
        boolean raisedEver) {

    /** Nothing read yet. */
    public static final ReadBack NONE =
            new ReadBack(
                    Sample.NONE,
                    0,
                    Double.NEGATIVE_INFINITY,
                    Tally.NONE,
                    false,
                    Answer.NONE,
                    Highest.NONE,
                    false,
                    0,
                    false);

    /** Registers hold whole steps; this only covers their decimal fractions. */
    static final double TOLERANCE_W = 0.5;

    /** A device that is told something takes no longer than this. */
    private static final long IN_TRANSIT_NANOS = 5_000_000_000L;

    /** Until then another sample than the first one may show the command before. */
    private static final long TWO_CYCLES_NANOS = 2_000_000_000L;

    /** A device that restarts twice within this time does not restart: somebody else writes it. */
    private static final long FIGHT_NANOS = 60_000_000_000L;

    /** A device that has forgotten its limit goes to its rated power, or nearly. */
    private static final double FORGOTTEN = 0.97;

    ReadBack see(Sample sample, double limitW, Emission emission, double ratedW, long nowNanos) {
        if (!sample.present() || sample.number() == seen) {
            return this;
        }
        if (!Double.isFinite(sample.value())) {
            return with(last, sample.number(), tally, untold, answer);
        }
        Answer heard = answer.see(sample, last, nowNanos);
        boolean old = sample.takenNanos() - emission.changedNanos() < 0;
        if (!emission.happened() || old) {
            return with(sample, sample.number(), tally, untold, heard);
        }
        if (sample.value() <= limitW + TOLERANCE_W) {
            return with(sample, sample.number(), tally.agree(), false, heard.given()).calm();
        }
        if (rose(sample, nowNanos)) {
            return with(sample, sample.number(), tally.disagree(), true, heard)
                    .raisedBy(sample.value() < FORGOTTEN * ratedW, nowNanos);
        }
        if (inTransit(sample, emission)) {
            return with(sample, sample.number(), tally.transit(), untold, heard);
        }
        boolean tell = untold || !wasJustInForce(sample);
        return with(sample, sample.number(), tally.disagree(), tell, heard);
    }

    /** Slow devices show the command before the last one: that is counted, but flash is spared. */
    private boolean wasJustInForce(Sample sample) {
        return sample.takenNanos() - highest.untilNanos() < TWO_CYCLES_NANOS
                && sample.value() <= highest.watts() + TOLERANCE_W;
    }

    /** A sample may still show the command before: the device has two cycles. */
    private boolean inTransit(Sample sample, Emission emission) {
        long after = sample.takenNanos() - emission.changedNanos();
        boolean soon = tally.samples() == 0 ? after < IN_TRANSIT_NANOS : after < TWO_CYCLES_NANOS;
        return soon && sample.value() <= earlierW + TOLERANCE_W;
    }

    private boolean rose(Sample sample, long nowNanos) {
        double most = Math.max(earlierW, highest.wattsAt(nowNanos));
        return last.present()
                && sample.value() > last.value() + TOLERANCE_W
                && sample.value() > most + TOLERANCE_W;
    }

    private ReadBack raisedBy(boolean somebody, long nowNanos) {
        boolean again = raisedEver && nowNanos - raisedNanos < FIGHT_NANOS;
        Tally judged = somebody || again && !raised ? tally.alarmed() : tally;
        return new ReadBack(
                last, seen, earlierW, judged, untold, answer, highest, true, nowNanos, true);
    }

    private ReadBack calm() {
        return new ReadBack(
                last,
                seen,
                earlierW,
                tally,
                untold,
                answer,
                highest,
                false,
                raisedNanos,
                raisedEver);
    }

    /** After a new command what comes back has to agree anew. */
    ReadBack commanded(double limitBeforeW, double limitW, long nowNanos) {
        double earlier = tally.samples() == 0 ? Math.max(earlierW, limitBeforeW) : limitBeforeW;
        return new ReadBack(
                last,
                seen,
                earlier,
                tally.restart(),
                untold,
                limitW < limitBeforeW ? answer.lowered(nowNanos) : answer,
                highest.see(limitBeforeW, nowNanos),
                raised,
                raisedNanos,
                raisedEver);
    }

    /** The command was written, once more or for the first time. */
    ReadBack told() {
        return with(last, seen, tally, false, answer);
    }

    /** Somebody has to look at it. */
    ReadBack alarmed() {
        return with(last, seen, tally.alarmed(), untold, answer);
    }

    private ReadBack with(Sample newest, long number, Tally now, boolean pending, Answer heard) {
        return new ReadBack(
                newest,
                number,
                earlierW,
                now,
                pending,
                heard,
                highest,
                raised,
                raisedNanos,
                raisedEver);
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

        Tally alarmed() {
            return new Tally(samples, mismatches, 0, confirmed, true);
        }
    }
}

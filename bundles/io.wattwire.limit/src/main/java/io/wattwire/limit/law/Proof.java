package io.wattwire.limit.law;

/**
 * Whether the meter is believed after a leap. When a load comes, or a meter begins to talk nonsense
 * or is turned round, its reading leaps, and no reading by itself tells which of them it was. What
 * tells is how it answers to what the inverters do: when they generate less, the meter has to show
 * so much more. One that answers the wrong way once after a leap closes the limits. Where the
 * reading could be that of a meter turned round, or leaps again and again, no limit rises until it
 * has answered or has been calm for a while.
 *
 * @param last grid and inverters, last seen
 * @param before the same, last seen before the leap
 * @param since the same, from where the answer counts
 * @param number of the grid's sample that was looked at last
 * @param leap after which it has not answered yet
 * @param again it had leapt upwards before that without an answer
 * @param leaptNanos when it was seen
 * @param contradicted it answered the wrong way
 * @param contradictedNanos when
 */
public record Proof(
        Pair last,
        Pair before,
        Pair since,
        long number,
        Leap leap,
        boolean again,
        long leaptNanos,
        boolean contradicted,
        long contradictedNanos) {

    /** Nothing seen yet. */
    public static final Proof NONE =
            new Proof(Pair.NONE, Pair.NONE, Pair.NONE, 0, Leap.NONE, false, 0, false, 0);

    /** Share of the rated power by which the house may change at once without being doubted. */
    private static final double LEAP = 0.3;

    private static final long CALM_NANOS = 4_000_000_000L;
    private static final long DISTRUST_NANOS = 4_000_000_000L;

    /** What the house takes changed more at once than is believed without an answer. */
    public enum Leap {
        /** It did not. */
        NONE,
        /** It takes less. */
        DOWN,
        /** It takes more. */
        UP,
        /** It takes more, or the meter was turned round. */
        AS_IF_REVERSED;

        static Leap between(Pair before, Pair after, double mostW) {
            double watts = after.loadW() - before.loadW();
            // written so that an unknown rating is no leap
            if (!(Math.abs(watts) > mostW)) {
                return NONE;
            }
            return watts < 0 ? DOWN : after.maybeReversed() ? AS_IF_REVERSED : UP;
        }

        boolean upwards() {
            return this == UP || this == AS_IF_REVERSED;
        }
    }

    /**
     * The grid and all inverters at the same moment.
     *
     * @param gridW W, import positive
     * @param powerW W; NaN when there was none of the same moment
     */
    public record Pair(double gridW, double powerW) {

        /** None. */
        public static final Pair NONE = new Pair(Double.NaN, Double.NaN);

        private static final double STEP_W = 50;
        private static final double LEAST = 0.7;
        private static final double MOST = 1.3;

        boolean known() {
            return !Double.isNaN(powerW);
        }

        double loadW() {
            return gridW + powerW;
        }

        /** One that is turned round shows what flows out: no more than what is generated. */
        boolean maybeReversed() {
            return gridW > 0 && gridW <= MOST * powerW;
        }

        boolean tells(Pair later) {
            return Math.abs(later.powerW - powerW) >= STEP_W;
        }

        boolean right(Pair later) {
            double answer = (later.gridW - gridW) / (later.powerW - powerW);
            return tells(later) && answer < -LEAST && answer > -MOST;
        }

        boolean wrong(Pair later) {
            double answer = (later.gridW - gridW) / (later.powerW - powerW);
            return tells(later) && answer > LEAST && answer < MOST;
        }
    }

    /**
     * Looks at the newest reading of the grid.
     *
     * @param sources at its moment
     * @param ratedW of all inverters; NaN as long as it is not known
     */
    Proof see(Sample grid, Sources sources, double ratedW, long nowNanos) {
        Proof now = aged(nowNanos);
        long newest = grid.number();
        if (newest == number || sources.awaited()) {
            return now;
        }
        Pair pair = new Pair(grid.value(), sources.powerW());
        if (!pair.known() || !last.known()) {
            return now.with(pair, newest);
        }
        Leap seen = Leap.between(last, pair, LEAP * ratedW);
        if (seen != Leap.NONE) {
            return now.leapt(pair, newest, seen, nowNanos);
        }
        return now.doubted() || now.contradicted
                ? now.judged(pair, newest, nowNanos)
                : now.with(pair, newest);
    }

    private Proof leapt(Pair pair, long newest, Leap kind, long nowNanos) {
        return new Proof(
                pair,
                last,
                pair,
                newest,
                kind,
                doubted() && again || leap.upwards(),
                nowNanos,
                contradicted,
                contradictedNanos);
    }

    private Proof judged(Pair pair, long newest, long nowNanos) {
        if (since.right(pair) || before.right(pair)) {
            return NONE.with(pair, newest);
        }
        boolean wrong = since.wrong(pair);
        return new Proof(
                pair,
                before,
                since.tells(pair) ? pair : since,
                newest,
                leap,
                again,
                leaptNanos,
                contradicted || wrong,
                wrong ? nowNanos : contradictedNanos);
    }

    private Proof with(Pair pair, long newest) {
        return new Proof(
                pair,
                before,
                since,
                newest,
                leap,
                again,
                leaptNanos,
                contradicted,
                contradictedNanos);
    }

    private Proof aged(long nowNanos) {
        return new Proof(
                last,
                before,
                since,
                number,
                nowNanos - leaptNanos < CALM_NANOS ? leap : Leap.NONE,
                again,
                leaptNanos,
                contradicted && nowNanos - contradictedNanos < DISTRUST_NANOS,
                contradictedNanos);
    }

    private boolean doubted() {
        return leap != Leap.NONE;
    }

    /** Whether no limit may rise on what the meter shows. */
    boolean holds() {
        return leap == Leap.AS_IF_REVERSED || doubted() && again;
    }

    /** Whether the inverters are to go down a little, so that the meter has something to answer. */
    boolean asks(long nowNanos) {
        return leap == Leap.AS_IF_REVERSED && leaptNanos == nowNanos;
    }
}

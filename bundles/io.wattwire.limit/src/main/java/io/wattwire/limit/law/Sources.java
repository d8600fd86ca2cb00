package io.wattwire.limit.law;

/**
 * What the meter's newest reading has to answer to: the power of all inverters at its moment. Where
 * an inverter is read before and after that moment, what lies between counts, so that one that is
 * on its way is not taken for a meter that answers too much or too little.
 *
 * @param powerW W, + generating; NaN where not all of it was read in the grid's moment
 * @param awaited a better sample of that moment is on its way
 */
record Sources(double powerW, boolean awaited) {

    /** Nobody says. */
    static final Sources UNKNOWN = new Sources(Double.NaN, false);

    /** A sample this far from the grid's shows the same moment, if there is no better one. */
    private static final long SAME_MOMENT_NANOS = 600_000_000;

    /** One this far before it is good enough not to wait for the next one. */
    private static final long CLOSE_NANOS = 350_000_000;

    /** An inverter that is read once a second has its next sample within this time. */
    private static final long NEXT_NANOS = 1_500_000_000;

    /** What is of the same moment was looked at by then. */
    private static final long AWAITED_NANOS = 900_000_000;

    /** Looks at what the evaluation before has seen. */
    static Sources of(LimitState before, long nowNanos) {
        Sample grid = before.grid().last();
        boolean recent = nowNanos - grid.takenNanos() < AWAITED_NANOS;
        double power = 0;
        boolean awaited = false;
        for (UnitState unit : before.units()) {
            double now = at(unit.inverter(), grid.takenNanos());
            boolean later = recent && nextIsDue(unit.inverter().last(), grid);
            power += now;
            if (Double.isNaN(now) && !later) {
                return UNKNOWN;
            }
            awaited |= later;
        }
        return new Sources(power, awaited);
    }

    private static boolean nextIsDue(Sample inverter, Sample grid) {
        long behind = grid.takenNanos() - inverter.takenNanos();
        return inverter.present() && behind > CLOSE_NANOS && behind < NEXT_NANOS;
    }

    private static double at(Watch inverter, long nanos) {
        Sample last = inverter.last();
        Sample first = inverter.before();
        long apart = last.takenNanos() - first.takenNanos();
        long since = nanos - first.takenNanos();
        if (first.present() && since >= 0 && since < apart && apart < NEXT_NANOS) {
            return first.value() + (last.value() - first.value()) * since / apart;
        }
        boolean same = Math.abs(last.takenNanos() - nanos) < SAME_MOMENT_NANOS;
        return same ? last.value() : Double.NaN;
    }
}

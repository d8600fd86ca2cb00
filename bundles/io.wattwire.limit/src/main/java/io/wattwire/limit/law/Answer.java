package io.wattwire.limit.law;

/**
 * Whether the device answers to being lowered. Seconds count here, not samples: a device that is
 * gone sends none.
 *
 * @param awaited it was lowered, and no sample agreed since
 * @param sinceNanos when that began, or when its own limit last moved down
 * @param usualNanos how long it takes from one of its samples to the arrival of the next
 * @param denied a sample from later than a device needs shows that it was not lowered
 */
public record Answer(boolean awaited, long sinceNanos, long usualNanos, boolean denied) {

    /** Nothing was asked. */
    public static final Answer NONE = new Answer(false, 0, 0, false);

    /** What taking a command takes at most, so that it is seen in what is measured then. */
    private static final long TAKES_NANOS = 1_500_000_000L;

    /** However seldom it is read: one that was read, and had not obeyed, has no longer. */
    private static final long DENIED_NANOS = 4_000_000_000L;

    /** What taking a command may take, besides the time until the next sample. */
    private static final long PATIENCE_NANOS = 2_500_000_000L;

    private static final long LONGEST_USUAL_NANOS = 10_000_000_000L;

    Answer lowered(long nowNanos) {
        return awaited ? this : new Answer(true, nowNanos, usualNanos, false);
    }

    /** A sample that is usable. */
    Answer see(Sample sample, Sample earlier, long nowNanos) {
        long apart = earlier.present() ? nowNanos - earlier.takenNanos() : 0;
        long usual = Math.max(0, Math.min(LONGEST_USUAL_NANOS, apart));
        boolean moves = earlier.present() && sample.value() < earlier.value();
        boolean late = awaited && sample.takenNanos() - sinceNanos > TAKES_NANOS;
        return new Answer(
                awaited, moves ? nowNanos : sinceNanos, usual, !moves && (denied || late));
    }

    Answer given() {
        return new Answer(false, sinceNanos, usualNanos, false);
    }

    long patienceNanos() {
        return PATIENCE_NANOS + usualNanos;
    }

    /** Whether it has been missing for longer than anything explains. */
    boolean overdue(long nowNanos) {
        long patience = denied ? Math.min(DENIED_NANOS, patienceNanos()) : patienceNanos();
        return awaited && nowNanos - sinceNanos > patience;
    }

    /**
     * Whether device and meter fell silent together, and the command that followed met nobody.
     *
     * @param last its newest sample
     * @param grid the meter's
     */
    boolean lineGone(Sample last, Sample grid, long nowNanos) {
        boolean together =
                Math.abs(last.takenNanos() - grid.takenNanos()) < patienceNanos()
                        && last.ageNanos(nowNanos) > patienceNanos();
        return awaited && together && nowNanos - sinceNanos > PATIENCE_NANOS / 2;
    }
}

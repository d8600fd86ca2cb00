package io.wattwire.limit.law;

/**
 * What the law wants of one inverter.
 *
 * @param wantedW the limit that the law wants; may be negative
 * @param mostW what it may want at most, however old the inverters' samples are; NaN if unknown
 * @param paired the inverters' samples are not older than the grid's
 * @param excess more is flowing out than the bound and the margin allow
 * @param ignoredW less than this above what is wanted a limit may stay
 * @param deadBandW less room than this is noise
 */
record Law(
        double wantedW,
        double mostW,
        boolean paired,
        boolean excess,
        double ignoredW,
        double deadBandW) {

    /**
     * Whether the limit has to fall. What old inverter power misses while it is rising looks like
     * lost load; as long as nothing is exported too much, only what is wanted at most decides.
     */
    boolean falls(double limitW) {
        return exact() ? wantedW < limitW - ignoredW : mostW < limitW - deadBandW;
    }

    /** What is wanted where the limit has to fall. */
    double fallsToW() {
        return exact() ? wantedW : mostW;
    }

    private boolean exact() {
        return paired || excess;
    }

    /** Whether there is room for a higher step, and for more than noise. */
    boolean hasRoom(double limitW, Steps steps) {
        return steps.down(wantedW) > limitW && wantedW >= limitW + deadBandW;
    }
}

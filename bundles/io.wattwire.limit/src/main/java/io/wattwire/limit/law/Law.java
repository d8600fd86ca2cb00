package io.wattwire.limit.law;

/**
 * What the law wants of one inverter.
 *
 * @param wantedW the limit that the law wants; may be negative
 * @param paired the inverters' samples are not older than the grid's
 * @param excess more is flowing out than the bound and the margin allow
 * @param ignoredW less than this above what is wanted a limit may stay
 * @param deadBandW less room than this is noise
 */
record Law(double wantedW, boolean paired, boolean excess, double ignoredW, double deadBandW) {

    /**
     * Whether the limit has to fall. What old inverter power misses while it is rising looks like
     * lost load; as long as nothing is exported too much, the sample that pairs decides.
     */
    boolean falls(double limitW) {
        return wantedW < limitW - ignoredW && (paired || excess);
    }

    /** Whether there is room for a higher step, and for more than noise. */
    boolean hasRoom(double limitW, Steps steps) {
        return steps.down(wantedW) > limitW && wantedW >= limitW + deadBandW;
    }
}

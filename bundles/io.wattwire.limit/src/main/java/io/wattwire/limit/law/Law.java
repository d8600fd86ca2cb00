package io.wattwire.limit.law;

import io.wattwire.limit.law.LimitSettings.Bounds;

/**
 * What the law wants of one inverter.
 *
 * @param wantedW the limit that the law wants; may be negative
 * @param paired the inverters' samples are not older than the grid's
 * @param excess more is flowing out than the bound and the margin allow
 */
record Law(double wantedW, boolean paired, boolean excess) {

    /**
     * Whether the limit has to fall. What old inverter power misses while it is rising looks like
     * lost load; as long as nothing is exported too much, the sample that pairs decides.
     */
    boolean falls(Bounds bounds, double limitW) {
        double ignored = Math.min(bounds.deadBandW(), bounds.marginW());
        return wantedW < limitW - ignored && (paired || excess);
    }

    /** Whether there is room for a higher step, and for more than noise. */
    boolean hasRoom(Bounds bounds, double limitW, Steps steps) {
        return steps.down(wantedW) > limitW && wantedW >= limitW + bounds.deadBandW();
    }
}

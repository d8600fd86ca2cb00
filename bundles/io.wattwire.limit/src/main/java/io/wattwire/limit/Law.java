package io.wattwire.limit;

import io.wattwire.limit.LimitSettings.Bounds;

/**
 * The law of the limit: the inverter may generate what the house takes besides what may be
 * exported,
 *
 * <pre>limit &lt;= inverter + grid + allowed export - margin</pre>
 *
 * <p>with both powers of the same moment. An inverter sample older than the grid's may show power
 * that a cut has taken away since; counting on it would open the limit again. So of the last sample
 * and the limit in force the lower counts. What a battery could still take counts as nothing until
 * somebody measures it.
 *
 * @param wantedW the limit that the law wants; may be negative
 * @param paired the inverter's sample is not older than the grid's
 * @param excess more is flowing out than the bound and the margin allow
 */
record Law(double wantedW, boolean paired, boolean excess) {

    static Law of(Bounds bounds, Sample grid, Sample inverter, double limitW) {
        boolean paired = !inverter.isOlderThan(grid);
        double generated = paired ? inverter.value() : Math.min(inverter.value(), limitW);
        double room = grid.value() + bounds.allowedExportW() - bounds.marginW();
        return new Law(generated + room, paired, room < 0);
    }

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

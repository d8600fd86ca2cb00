package io.wattwire.limit.law;

import io.wattwire.limit.law.LimitSettings.Trust;
import java.util.EnumSet;
import java.util.Set;

/**
 * What one evaluation sees of the site: the grid after a look at the newest sample, and the doubts
 * about it.
 *
 * @param setpointW what an incoming set-point leaves to all inverters; infinite without one
 * @param starting whether the first readings may still be on their way
 */
record SiteView(
        Watch grid,
        double setpointW,
        Excursions excursions,
        Set<Reason> doubts,
        boolean starting,
        long nowNanos) {

    /** A meter that shows more than twice what the fuses let through was misread. */
    private static final double ABSURD_FACTOR = 2;

    static SiteView of(
            LimitSettings settings, LimitState before, Readings readings, long nowNanos) {
        Trust trust = settings.trust();
        Watch grid = before.grid().see(readings.of(Input.GRID), ABSURD_FACTOR * trust.gridMaxW());
        double bound = -settings.bounds().allowedExportW() - Excursions.TOLERANCE_W;
        Excursions excursions =
                grid.fresh()
                        ? before.excursions().see(grid.last().value() < bound, nowNanos)
                        : before.excursions();
        Sample setpoint = readings.of(Input.SETPOINT);
        boolean old = setpoint.ageNanos(nowNanos) > trust.setpointStaleNanos();
        boolean missing = old || !Double.isFinite(setpoint.value());

        Set<Reason> doubts = gridDoubts(grid, trust, nowNanos);
        if (settings.refused()) {
            doubts.add(Reason.CONFIGURATION_REFUSED);
        }
        if (settings.site().setpoint() && missing) {
            doubts.add(Reason.SETPOINT_MISSING);
        }
        if (excursions.running()) {
            doubts.add(Reason.EXCESS);
        }
        return new SiteView(
                grid,
                missing ? Double.POSITIVE_INFINITY : Math.max(0, setpoint.value()),
                excursions,
                doubts,
                nowNanos - before.startedNanos() < trust.gridStaleNanos(),
                nowNanos);
    }

    private static Set<Reason> gridDoubts(Watch grid, Trust trust, long nowNanos) {
        Set<Reason> doubts = EnumSet.noneOf(Reason.class);
        long age = grid.last().ageNanos(nowNanos);
        if (!grid.last().present()) {
            doubts.add(Reason.GRID_MISSING);
        } else if (age > trust.gridStaleNanos()) {
            doubts.add(Reason.GRID_STALE);
        } else if (age > trust.gridStaleNanos() / 2) {
            doubts.add(Reason.GRID_LATE);
        }
        if (grid.refused()) {
            doubts.add(Reason.GRID_ABSURD);
        }
        if (grid.equalNanos() > trust.gridFrozenNanos()) {
            doubts.add(Reason.GRID_FROZEN);
        }
        return doubts;
    }
}

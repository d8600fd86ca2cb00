package io.wattwire.limit.law;

import io.wattwire.limit.law.LimitSettings.Bounds;
import io.wattwire.limit.law.LimitSettings.Entry;
import io.wattwire.limit.law.LimitSettings.Site;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How much may be exported at this moment: the lowest of the installer's bound, the schedule and
 * what comes from outside. What cannot be known counts as its strictest value.
 *
 * @param allowedW what may be exported; negative asks for import
 * @param lastW what was last asked for from outside; NaN as long as nothing was
 * @param time for the schedule
 * @param balance of energy
 * @param reasons why it is lower than the bound
 */
record Target(
        double allowedW, double lastW, TimeOfDay time, EnergyBalance balance, Set<Reason> reasons) {

    static Target of(LimitSettings settings, LimitState before, Readings readings, long nowNanos) {
        Site site = settings.site();
        Bounds bounds = settings.bounds();
        Set<Reason> reasons = EnumSet.noneOf(Reason.class);
        TimeOfDay time = before.time().see(readings.of(Input.TIME_OF_DAY));
        EnergyBalance balance =
                before.balance()
                        .see(readings, site.balance(), settings.trust().gridMaxW(), nowNanos);
        boolean free = site.balance().used() && !balance.enforced();
        double allowed = bounds.allowedExportW();
        if (free) {
            allowed = Math.max(allowed, site.balance().freeExportW());
        } else if (site.balance().used()) {
            reasons.add(Reason.BALANCE_ENFORCED);
        }
        double bySchedule = scheduled(site.schedule(), time, nowNanos);
        if (bySchedule < allowed) {
            allowed = bySchedule;
            reasons.add(Reason.SCHEDULE_BINDS);
        }
        double last = before.targetW();
        if (site.target()) {
            Sample said = readings.of(Input.TARGET);
            boolean expired =
                    !Double.isFinite(said.value())
                            || said.ageNanos(nowNanos) > settings.trust().setpointStaleNanos();
            last = Double.isFinite(said.value()) ? said.value() : last;
            double asked = expired ? expired(bounds.fallbackW(), last) : last;
            if (expired) {
                reasons.add(Reason.TARGET_MISSING);
            } else if (asked < allowed) {
                reasons.add(Reason.TARGET_BINDS);
            }
            allowed = Math.min(allowed, asked);
        }
        return new Target(allowed, last, time, balance, reasons);
    }

    /** The stricter of what was asked for last and what is allowed when nothing can be trusted. */
    private static double expired(double fallbackW, double lastW) {
        return Double.isNaN(lastW) ? fallbackW : Math.min(fallbackW, lastW);
    }

    private static double scheduled(List<Entry> schedule, TimeOfDay time, long nowNanos) {
        if (schedule.isEmpty()) {
            return Double.POSITIVE_INFINITY;
        }
        if (time.uncertain(nowNanos)) {
            return schedule.stream().mapToDouble(Entry::allowedExportW).min().getAsDouble();
        }
        Entry inForce = schedule.get(schedule.size() - 1);
        for (Entry entry : schedule) {
            if (entry.secondOfDay() <= time.second()) {
                inForce = entry;
            }
        }
        return inForce.allowedExportW();
    }
}

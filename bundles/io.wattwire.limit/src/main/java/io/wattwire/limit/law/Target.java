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
        double allowed = bounds.allowedExportW();
        if (site.balance().used() && !balance.enforced()) {
            allowed = Math.max(allowed, site.balance().freeExportW());
        }
        note(reasons, site.balance().used() && balance.enforced(), Reason.BALANCE_ENFORCED);
        double scheduled = scheduled(site.schedule(), time, nowNanos);
        note(reasons, scheduled < allowed, Reason.SCHEDULE_BINDS);
        allowed = Math.min(allowed, scheduled);
        Sample said = readings.of(Input.TARGET);
        boolean usable = site.target() && Double.isFinite(said.value());
        double last = usable ? said.value() : before.targetW();
        if (site.target()) {
            boolean expired =
                    !usable || said.ageNanos(nowNanos) > settings.trust().setpointStaleNanos();
            double asked = expired ? expired(bounds.fallbackW(), last) : last;
            note(reasons, expired, Reason.TARGET_MISSING);
            note(reasons, !expired && asked < allowed, Reason.TARGET_BINDS);
            allowed = Math.min(allowed, asked);
        }
        return new Target(allowed, last, time, balance, reasons);
    }

    private static void note(Set<Reason> reasons, boolean holds, Reason reason) {
        if (holds) {
            reasons.add(reason);
        }
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

package io.wattwire.limit.law;

import io.wattwire.limit.law.LimitSettings.Battery;
import io.wattwire.limit.law.LimitSettings.BatteryUse;
import io.wattwire.limit.law.LimitSettings.Trust;

/**
 * The battery after a look at the newest samples. What is not known counts as nothing.
 *
 * @param power of it, + charging
 * @param present its power is known and not old
 * @param maxChargeW what it would take
 * @param maxDischargeW what it would give
 * @param full it counts as full
 * @param usableW what it would take instead of the grid, as far as that is counted on
 */
record BatteryView(
        Watch power,
        boolean present,
        double maxChargeW,
        double maxDischargeW,
        boolean full,
        Counted counted,
        double usableW) {

    /** It has so long to take what it was counted on for. */
    private static final long GRACE_NANOS = 3_000_000_000L;

    /** Afterwards it is not counted on for so long. */
    private static final long DISTRUST_NANOS = 60_000_000_000L;

    /**
     * Whether it does what it is counted on for.
     *
     * @param excess export beyond the bound, in spite of it
     */
    record Counted(boolean excess, long excessNanos, boolean distrusted, long distrustedNanos) {

        static Counted of(BatteryState before, Watch grid, double allowedW, long nowNanos) {
            boolean excess =
                    grid.fresh()
                            ? grid.last().value() < -allowedW - Excursions.TOLERANCE_W
                            : before.excess();
            long since = excess && !before.excess() ? nowNanos : before.excessNanos();
            boolean fails = excess && nowNanos - since > GRACE_NANOS;
            boolean still =
                    before.distrusted() && nowNanos - before.distrustedNanos() < DISTRUST_NANOS;
            return new Counted(
                    excess, since, fails || still, fails ? nowNanos : before.distrustedNanos());
        }
    }

    static BatteryView of(
            LimitSettings settings,
            BatteryState before,
            Readings readings,
            Watch grid,
            double allowedW,
            long nowNanos) {
        Battery rule = settings.site().battery();
        Trust trust = settings.trust();
        Watch power = before.power().see(readings.of(Input.BATTERY), 2 * trust.gridMaxW());
        boolean present =
                power.last().present()
                        && power.last().ageNanos(nowNanos) <= trust.inverterStaleNanos();
        boolean full =
                full(rule, before.full(), fresh(readings, Input.BATTERY_SOC, trust, nowNanos));
        double takes = ability(readings, Input.BATTERY_MAX_CHARGE, trust, nowNanos);
        double gives = ability(readings, Input.BATTERY_MAX_DISCHARGE, trust, nowNanos);
        Counted counted = Counted.of(before, grid, allowedW, nowNanos);
        boolean counts = rule.use() == BatteryUse.FIRST && present && !counted.distrusted();
        double now = power.last().value();
        // a battery that discharges can always give less
        double unused = (full ? 0 : Math.max(0, takes - Math.max(0, now))) + Math.max(0, -now);
        double usable = counts ? Math.max(0, unused - rule.reserveW()) : 0;
        return new BatteryView(power, present, takes, gives, full, counted, usable);
    }

    private static boolean full(Battery rule, boolean was, double soc) {
        if (!(soc >= 0 && soc <= 100)) {
            return true;
        }
        return was ? soc > rule.againSoc() : soc >= rule.fullSoc();
    }

    private static double fresh(Readings readings, Input input, Trust trust, long nowNanos) {
        Sample sample = readings.of(input);
        boolean old = sample.ageNanos(nowNanos) > trust.readBackStaleNanos();
        return old || !sample.present() ? Double.NaN : sample.value();
    }

    /** Unknown, negative or more than the connection bears is nothing. */
    private static double ability(Readings readings, Input input, Trust trust, long nowNanos) {
        double watts = fresh(readings, input, trust, nowNanos);
        return watts > 0 && watts <= 2 * trust.gridMaxW() ? watts : 0;
    }
}

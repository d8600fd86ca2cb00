package io.wattwire.limit.law;

import io.wattwire.limit.law.LimitSettings.Pace;

/**
 * The set-point of a battery that we command. It takes the surplus before any inverter is limited
 * and covers the house afterwards, and aims at a small import: further from the bound than the
 * inverters, so that the two do not work against each other. A battery that gives is a source like
 * the others: it gives less at once and more slowly, and without trust it gives nothing.
 */
final class BatteryLoop {

    /** Without trust it goes on charging until the inverters have come down. */
    private static final long CHARGE_ON_NANOS = 30_000_000_000L;

    private static final double MOST_SECONDS = 2;

    private final LimitSettings settings;
    private final BatteryState before;
    private final SiteView site;
    private final BatteryView seen;
    private final long now;

    private BatteryLoop(LimitSettings settings, BatteryState before, SiteView site) {
        this.settings = settings;
        this.before = before;
        this.site = site;
        this.seen = site.battery();
        this.now = site.nowNanos();
    }

    /** {@return the set-point and what to remember of the battery} */
    static BatteryState decide(LimitSettings settings, BatteryState before, SiteView site) {
        return new BatteryLoop(settings, before, site).decide();
    }

    private BatteryState decide() {
        boolean trusted =
                seen.present()
                        && !site.grid().islanded()
                        && site.stage().compareTo(Stage.FALL_BACK) < 0;
        int good = before.goodReadings() + (site.grid().total().fresh() ? 1 : 0);
        good = trusted ? Math.min(good, settings.trust().goodReadings()) : 0;
        if (!settings.site().battery().commanded()) {
            return next(Double.NaN, before.trustedNanos(), good, before.emission());
        }
        double setpoint = bounded(trusted ? regulated(good) : closed());
        boolean changed = setpoint != before.setpointW();
        boolean emit =
                changed || before.emission().isOlderThan(settings.pace().keepAliveNanos(), now);
        return next(
                setpoint,
                trusted ? now : before.trustedNanos(),
                good,
                emit ? before.emission().next(changed, now) : before.emission());
    }

    private double closed() {
        boolean justNow = now - before.trustedNanos() < CHARGE_ON_NANOS;
        return before.setpointW() > 0 && justNow ? before.setpointW() : 0;
    }

    private double regulated(int good) {
        double last = Double.isNaN(before.setpointW()) ? 0 : before.setpointW();
        if (!site.grid().total().fresh()) {
            return last;
        }
        Sample grid = site.grid().total().last();
        Sample battery = seen.power().last();
        boolean paired = !battery.isOlderThan(grid);
        // old power may lack what the last command made it take since
        double takes = paired ? battery.value() : Math.max(battery.value(), last);
        double wanted = bounded(takes - grid.value() + importW());
        if (wanted > last) {
            return wanted > last + settings.bounds().deadBandW() ? wanted : last;
        }
        boolean opened = good >= settings.trust().goodReadings() && site.stage() == Stage.NOTE;
        boolean lasts = wanted < last - settings.bounds().deadBandW();
        return opened && paired && lasts ? Math.max(wanted, last - due()) : last;
    }

    /** The import that it aims at: beyond the dead bands of the inverters. */
    private double importW() {
        return Math.max(0, -site.target().allowedW())
                + settings.bounds().marginW()
                + settings.bounds().deadBandW();
    }

    private double due() {
        Pace pace = settings.pace();
        if (!before.emission().isOlderThan(pace.spacingNanos(), now)) {
            return 0;
        }
        double seconds = Math.max(0, (now - before.emission().changedNanos()) / 1e9);
        double range = seen.maxChargeW() + seen.maxDischargeW();
        return Math.min(seconds, MOST_SECONDS) * pace.risePerSecond() * range;
    }

    private double bounded(double watts) {
        return Math.max(-seen.maxDischargeW(), Math.min(watts, seen.maxChargeW())) + 0.0;
    }

    private BatteryState next(double setpoint, long trustedNanos, int good, Emission emission) {
        BatteryView.Counted counted = seen.counted();
        return new BatteryState(
                seen.power(),
                seen.full(),
                counted.excess(),
                counted.excessNanos(),
                counted.distrusted(),
                counted.distrustedNanos(),
                setpoint,
                trustedNanos,
                good,
                emission);
    }
}

package io.wattwire.limit.law;

import io.wattwire.limit.law.LimitSettings.BelowMinimum;
import java.util.EnumSet;
import java.util.Set;

/**
 * One evaluation where the device limits the export itself, with its own meter. Its limit lies in
 * flash memory: it is read first, written only when it differs, and never cycled. We watch.
 */
final class Delegation {

    private static final long REPEAT_NANOS = 60_000_000_000L;
    private static final long REPEAT_IN_ALARM_NANOS = 15 * REPEAT_NANOS;

    /** Its limit is raised 20 times a day at most, however often the allowed export changes. */
    private static final long REST_NANOS = 72 * REPEAT_NANOS;

    /** Exporting too much for longer than this, the device does not do what it was set to. */
    private static final long EXCEEDS_NANOS = 60_000_000_000L;

    private final LimitSettings settings;
    private final UnitState before;
    private final SiteView site;
    private final UnitView seen;
    private final long now;
    private final double stepW;
    private final Set<Reason> reasons;

    private Delegation(LimitSettings settings, UnitState before, SiteView site, UnitView seen) {
        this.settings = settings;
        this.before = before;
        this.site = site;
        this.seen = seen;
        this.now = site.nowNanos();
        this.stepW = seen.figures().stepOrWatt();
        this.reasons = EnumSet.copyOf(seen.doubts());
    }

    static Outcome decide(LimitSettings settings, UnitState before, SiteView site, UnitView seen) {
        return new Delegation(settings, before, site, seen).decide();
    }

    private Outcome decide() {
        if (settings.refused()) {
            return outcome(Phase.STARTING, before.limitW(), false);
        }
        if (site.excursions().runningNanos(now) > EXCEEDS_NANOS) {
            reasons.add(Reason.DELEGATE_EXCEEDS);
        }
        boolean alarm = reasons.stream().anyMatch(r -> r.stage() == Stage.ALARM);
        double target =
                new Steps(stepW, 0, BelowMinimum.STOP, Figures.LARGEST_W)
                        .down(site.target().allowedW());
        boolean emit = emits(target, alarm);
        double limit = emit || agrees(target) ? target : before.limitW();
        return outcome(phase(alarm, target), limit, emit);
    }

    private Phase phase(boolean alarm, double target) {
        if (alarm) {
            return Phase.ALARM;
        }
        boolean set = agrees(target) || before.phase() == Phase.DELEGATED && !opensMore(target);
        if (!set) {
            reasons.add(Reason.OPENING);
        }
        return set ? Phase.DELEGATED : Phase.STARTING;
    }

    private boolean agrees(double target) {
        Sample said = seen.readBack().last();
        return said.present()
                && said.value() <= target + ReadBack.TOLERANCE_W
                && said.value() >= target - stepW - ReadBack.TOLERANCE_W;
    }

    private boolean opensMore(double target) {
        return seen.readBack().last().value() > target + ReadBack.TOLERANCE_W;
    }

    private boolean emits(double target, boolean alarm) {
        if (target == before.limitW()) {
            long repeat = alarm ? REPEAT_IN_ALARM_NANOS : REPEAT_NANOS;
            return opensMore(target) && before.emission().isOlderThan(repeat, now);
        }
        Sample said = seen.readBack().last();
        if (!said.present() || agrees(target)) {
            // a device that cannot be read is not written blindly
            return false;
        }
        boolean falls = target < Math.min(said.value(), before.limitW());
        boolean rested = before.emission().isOlderThan(REST_NANOS, now);
        return falls || rested && goodReadings() >= settings.trust().goodReadings();
    }

    private int goodReadings() {
        boolean doubted =
                seen.stage(site).compareTo(Stage.FALL_BACK) >= 0
                        || reasons.contains(Reason.DELEGATE_EXCEEDS)
                        || site.grid().refused();
        int good = before.goodReadings() + (site.grid().total().fresh() ? 1 : 0);
        return doubted ? 0 : Math.min(good, settings.trust().goodReadings());
    }

    private ReadBack readBack(double limit, boolean emit) {
        ReadBack told = emit ? seen.readBack().told() : seen.readBack();
        return limit != before.limitW() ? told.commanded(before.limitW(), limit, now) : told;
    }

    private Outcome outcome(Phase phase, double limit, boolean emit) {
        boolean changed = limit != before.limitW();
        UnitState next =
                new UnitState(
                        phase,
                        limit,
                        limit,
                        seen.inverter(),
                        readBack(limit, emit),
                        goodReadings(),
                        Rise.NONE,
                        emit ? before.emission().next(changed, now) : before.emission());
        return new Outcome(next, emit, reasons);
    }
}

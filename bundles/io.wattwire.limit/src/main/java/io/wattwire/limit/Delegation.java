package io.wattwire.limit;

import io.wattwire.limit.LimitSettings.BelowMinimum;
import java.util.EnumSet;
import java.util.Set;

/**
 * One evaluation where the device limits the export itself, with its own meter. Its limit lies in
 * flash memory: it is read first, written only when it differs, and never cycled. We watch.
 */
final class Delegation {

    private static final long REPEAT_NANOS = 60_000_000_000L;
    private static final long REPEAT_IN_ALARM_NANOS = 15 * REPEAT_NANOS;

    /** Exporting too much for longer than this, the device does not do what it was set to. */
    private static final long EXCEEDS_NANOS = 60_000_000_000L;

    private final LimitSettings settings;
    private final LimitState before;
    private final Observation seen;
    private final long now;
    private final double stepW;
    private final Set<Reason> reasons = EnumSet.noneOf(Reason.class);

    private Delegation(LimitSettings settings, LimitState before, Observation seen) {
        this.settings = settings;
        this.before = before;
        this.seen = seen;
        this.now = seen.nowNanos();
        this.stepW = seen.figures().stepOrWatt();
    }

    static Decision decide(LimitSettings settings, LimitState before, Observation seen) {
        return new Delegation(settings, before, seen).decide();
    }

    private Decision decide() {
        if (settings.refused()) {
            reasons.add(Reason.CONFIGURATION_REFUSED);
            return decision(Phase.STARTING, before.limitW(), false);
        }
        reasons.addAll(seen.gridDoubts(settings.trust()));
        reasons.addAll(seen.readBackDoubts(settings.trust()));
        if (seen.excursions().running()) {
            reasons.add(Reason.EXCESS);
        }
        if (seen.excursions().runningNanos(now) > EXCEEDS_NANOS) {
            reasons.add(Reason.DELEGATE_EXCEEDS);
        }
        boolean alarm = reasons.stream().anyMatch(r -> r.stage() == Stage.ALARM);
        double target =
                new Steps(stepW, 0, BelowMinimum.STOP, Figures.LARGEST_W)
                        .down(settings.bounds().allowedExportW());
        boolean emit = emits(target, alarm);
        double limit = emit || agrees(target) ? target : before.limitW();
        return decision(phase(alarm, target), limit, emit);
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
        return falls || goodReadings() >= settings.trust().goodReadings();
    }

    private int goodReadings() {
        boolean doubted =
                reasons.stream().anyMatch(r -> r.stage().compareTo(Stage.FALL_BACK) >= 0)
                        || seen.grid().refused();
        int good = before.goodReadings() + (seen.grid().fresh() ? 1 : 0);
        return doubted ? 0 : Math.min(good, settings.trust().goodReadings());
    }

    private Decision decision(Phase phase, double limit, boolean emit) {
        boolean changed = limit != before.limitW();
        LimitState next =
                new LimitState(
                        before.startedNanos(),
                        phase,
                        limit,
                        limit,
                        seen.grid(),
                        seen.inverter(),
                        changed ? seen.readBack().commanded(before.limitW()) : seen.readBack(),
                        goodReadings(),
                        Rise.NONE,
                        emit ? before.emission().next(changed, now) : before.emission(),
                        seen.excursions());
        return new Decision(next, emit, reasons);
    }
}

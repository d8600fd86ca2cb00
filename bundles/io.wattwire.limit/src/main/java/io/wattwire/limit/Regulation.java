package io.wattwire.limit;

import io.wattwire.limit.LimitSettings.BelowMinimum;
import io.wattwire.limit.LimitSettings.Bounds;
import io.wattwire.limit.LimitSettings.Pace;
import java.util.EnumSet;
import java.util.Set;

/** One evaluation of a limit that we compute ourselves, at each reading of the grid. */
final class Regulation {

    /**
     * Samples this close together are a pair. More than half a second, so that of two devices that
     * are read once a second one sample always finds its neighbour.
     */
    private static final long PAIRED_NANOS = 600_000_000;

    /** An inverter that is read once a second has its next sample within this time. */
    private static final long NEXT_PAIR_NANOS = 1_500_000_000;

    /** An inverter well above its limit is told again, but not at each reading while it falls. */
    private static final long TELL_AGAIN_NANOS = 5_000_000_000L;

    private final LimitSettings settings;
    private final Bounds bounds;
    private final LimitState before;
    private final Observation seen;
    private final long now;
    private final Steps steps;
    private final Set<Reason> reasons = EnumSet.noneOf(Reason.class);
    private double wanted;
    private Rise rise = Rise.NONE;

    private Regulation(LimitSettings settings, LimitState before, Observation seen) {
        this.settings = settings;
        this.bounds = settings.bounds();
        this.before = before;
        this.seen = seen;
        this.now = seen.nowNanos();
        this.wanted = before.wantedW();
        this.steps =
                new Steps(
                        seen.figures().stepOrWatt(),
                        seen.figures().minimumOrZero(),
                        bounds.belowMinimum(),
                        ceiling());
    }

    static Decision decide(LimitSettings settings, LimitState before, Observation seen) {
        return new Regulation(settings, before, seen).decide();
    }

    private Decision decide() {
        doubt();
        if (waitsForFigures()) {
            return decision(Phase.STARTING, 0, before.limitW(), false);
        }
        Stage stage = stage();
        int good = goodReadings(stage);
        Phase phase = phase(stage, good);
        boolean open = phase.open() && before.phase().open();
        double limit = open ? regulated(stage) : closed(stage);
        limit = Math.min(limit, steps.down(steps.ceilingW()));
        note(limit);
        return decision(phase, good, limit, emits(limit));
    }

    private double ceiling() {
        double cap = bounds.installerCapW();
        if (seen.figures().known()) {
            cap = Math.min(cap, seen.figures().ratedW());
        }
        boolean commanded = seen.setpoint().present() && !seen.setpointMissing(settings.trust());
        return commanded ? Math.min(cap, Math.max(0, seen.setpoint().value())) : cap;
    }

    private void doubt() {
        if (settings.refused()) {
            reasons.add(Reason.CONFIGURATION_REFUSED);
        }
        reasons.addAll(seen.gridDoubts(settings.trust()));
        reasons.addAll(seen.inverterDoubts(settings.trust()));
        reasons.addAll(seen.readBackDoubts(settings.trust()));
        boolean follows = settings.sources().containsKey(Input.SETPOINT);
        if (follows && seen.setpointMissing(settings.trust())) {
            reasons.add(Reason.SETPOINT_MISSING);
        }
    }

    /** An inverter that must not be stopped is not told zero because its minimum is unknown. */
    private boolean waitsForFigures() {
        return !seen.figures().known()
                && !before.commanded()
                && now - before.startedNanos() < settings.trust().gridStaleNanos();
    }

    private Stage stage() {
        return reasons.stream().map(Reason::stage).max(Stage::compareTo).orElse(Stage.NOTE);
    }

    private int goodReadings(Stage stage) {
        boolean refused = seen.grid().refused() || seen.inverter().refused();
        if (before.phase().open() || refused || stage.compareTo(Stage.FALL_BACK) >= 0) {
            return 0;
        }
        int good = before.goodReadings() + (seen.grid().fresh() ? 1 : 0);
        return Math.min(good, settings.trust().goodReadings());
    }

    private Phase phase(Stage stage, int good) {
        if (stage == Stage.ALARM) {
            return Phase.ALARM;
        }
        boolean started = before.phase() != Phase.STARTING;
        if (stage == Stage.FALL_BACK) {
            return started ? Phase.FALL_BACK : Phase.STARTING;
        }
        if (before.phase().open()) {
            return stage == Stage.HOLD ? Phase.HOLDING : Phase.REGULATING;
        }
        boolean trusted = stage == Stage.NOTE && good >= settings.trust().goodReadings();
        if (trusted && seen.readBack().tally().confirmed()) {
            return Phase.REGULATING;
        }
        reasons.add(Reason.OPENING);
        return started ? Phase.FALL_BACK : Phase.STARTING;
    }

    /** Without trust the limit is the fall-back, or lower where it was lower already. */
    private double closed(Stage stage) {
        watchRoom(stage);
        return Math.min(before.limitW(), steps.down(bounds.fallbackW()));
    }

    /** A limit that opens need not wait again for the room that was there while it was closed. */
    private void watchRoom(Stage stage) {
        boolean judged = bringsNews() && !awaitsPair();
        if (stage != Stage.NOTE || !judged) {
            rise = stage == Stage.NOTE ? before.rise() : Rise.NONE;
            return;
        }
        double limit = before.limitW();
        Law law = Law.of(bounds, seen.grid().last(), seen.inverter().last(), limit);
        boolean room = !law.falls(bounds, limit) && law.hasRoom(bounds, limit, steps);
        rise = room ? before.rise().see(law.wantedW(), now) : Rise.NONE;
    }

    private double regulated(Stage stage) {
        double limit = before.limitW();
        rise = before.rise();
        if (!bringsNews()) {
            return limit;
        }
        Law law = Law.of(bounds, seen.grid().last(), seen.inverter().last(), limit);
        wanted = law.wantedW();
        if (law.falls(bounds, limit)) {
            rise = Rise.NONE;
            // one step more than asked: what lags behind is made up for
            return Math.min(limit, steps.down(law.wantedW() - steps.stepW()));
        }
        if (stage != Stage.NOTE || !law.hasRoom(bounds, limit, steps)) {
            rise = Rise.NONE;
            return limit;
        }
        if (awaitsPair()) {
            return limit;
        }
        rise = rise.see(law.wantedW(), now);
        return risen(law, limit);
    }

    /**
     * A reading of the grid that comes just before the inverter's is judged when that has come:
     * while the inverter's power rises, its sample of a second ago would say that there is no room.
     */
    private boolean awaitsPair() {
        Sample grid = seen.grid().last();
        long behind = grid.takenNanos() - seen.inverter().last().takenNanos();
        return behind > PAIRED_NANOS && behind < NEXT_PAIR_NANOS;
    }

    /** Either a new reading of the grid, or the first one of the inverter after it. */
    private boolean bringsNews() {
        Sample grid = seen.grid().last();
        boolean pairs =
                seen.inverter().fresh()
                        && !seen.inverter().last().isOlderThan(grid)
                        && seen.inverter().last().takenNanos() - grid.takenNanos() < PAIRED_NANOS
                        && before.inverter().last().isOlderThan(grid);
        return seen.grid().fresh() || pairs && !reasons.contains(Reason.GRID_LATE);
    }

    private double risen(Law law, double limit) {
        Pace pace = settings.pace();
        boolean lasted = now - rise.sinceNanos() >= pace.riseDelayNanos();
        boolean spaced = before.emission().isOlderThan(pace.spacingNanos(), now);
        if (!lasted || !spaced || !seesLastChange()) {
            return limit;
        }
        double perSecond = pace.risePerSecond() * seen.figures().ratedW();
        double due = rise.dueW(perSecond, steps.stepW(), now);
        // the way up to the minimum cannot be divided
        double least = limit < steps.lowestW() ? steps.lowestW() - limit : 0;
        double target = steps.down(Math.min(rise.lowestW(), limit + Math.max(due, least)));
        if (target <= limit) {
            return limit;
        }
        boolean more = law.hasRoom(bounds, target, steps);
        rise = more ? rise.granted(law.wantedW(), now) : Rise.NONE;
        return target;
    }

    /**
     * Power from before the last change may still be on its way to the present limit. Only a sample
     * from after it is a lower bound for what the inverter generates now.
     */
    private boolean seesLastChange() {
        return seen.inverter().last().takenNanos() - before.emission().changedNanos() >= 0;
    }

    private void note(double limit) {
        double lowest = steps.lowestW();
        if (seen.readBack().below(before.limitW(), steps.stepW())) {
            reasons.add(Reason.READ_BACK_BELOW);
        }
        if (seen.excursions().running()) {
            reasons.add(Reason.EXCESS);
        }
        if (aboveLimit(limit)) {
            reasons.add(Reason.ABOVE_LIMIT);
        }
        if (limit > 0 && limit >= steps.down(steps.ceilingW())) {
            boolean cap = steps.ceilingW() >= bounds.installerCapW();
            reasons.add(
                    cap || steps.ceilingW() >= seen.figures().ratedW()
                            ? Reason.CAP_BINDS
                            : Reason.SETPOINT_BINDS);
        }
        if (lowest > 0 && limit <= lowest) {
            boolean hold = bounds.belowMinimum() == BelowMinimum.HOLD && limit > 0;
            if (hold) {
                reasons.add(Reason.HELD_AT_MINIMUM);
            } else if (limit == 0) {
                reasons.add(Reason.STOPPED_BELOW_MINIMUM);
            }
        }
    }

    private boolean aboveLimit(double limit) {
        double tolerance = Math.max(steps.stepW(), Excursions.TOLERANCE_W);
        return before.commanded() && seen.inverter().last().value() > limit + tolerance;
    }

    private boolean emits(double limit) {
        Emission emission = before.emission();
        if (limit != before.limitW()
                || emission.isOlderThan(settings.pace().keepAliveNanos(), now)) {
            return true;
        }
        boolean disobeyed =
                reasons.contains(Reason.EXCESS)
                        && reasons.contains(Reason.ABOVE_LIMIT)
                        && emission.isOlderThan(TELL_AGAIN_NANOS, now);
        return (seen.readBack().mismatchNow() || disobeyed)
                && emission.isOlderThan(settings.pace().spacingNanos(), now);
    }

    private Decision decision(Phase phase, int good, double limit, boolean emit) {
        boolean changed = limit != before.limitW();
        LimitState next =
                new LimitState(
                        before.startedNanos(),
                        phase,
                        limit,
                        wanted,
                        seen.grid(),
                        seen.inverter(),
                        changed ? seen.readBack().commanded(before.limitW()) : seen.readBack(),
                        good,
                        rise,
                        emit ? before.emission().next(changed, now) : before.emission(),
                        seen.excursions());
        return new Decision(next, emit, reasons);
    }
}

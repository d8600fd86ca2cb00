package io.wattwire.limit.law;

import io.wattwire.limit.law.LimitSettings.BelowMinimum;
import io.wattwire.limit.law.LimitSettings.Bounds;
import io.wattwire.limit.law.LimitSettings.Pace;
import java.util.EnumSet;
import java.util.Set;

/** One evaluation of a limit that we compute ourselves, at each reading of the grid. */
final class Regulation {

    /** An inverter well above its limit is told again, but not at each reading while it falls. */
    private static final long TELL_AGAIN_NANOS = 5_000_000_000L;

    /** Share of the way that an inverter with a lag of half a minute goes in a second. */
    private static final double ON_ITS_WAY = 0.02;

    private final LimitSettings settings;
    private final Bounds bounds;
    private final UnitState before;
    private final SiteView site;
    private final UnitView seen;
    private final Group group;
    private final long now;
    private final Steps steps;
    private final Set<Reason> reasons;
    private double wanted;
    private Rise rise = Rise.NONE;

    private Regulation(
            LimitSettings settings, UnitState before, SiteView site, UnitView seen, Group group) {
        this.settings = settings;
        this.bounds = settings.bounds();
        this.before = before;
        this.site = site;
        this.seen = seen;
        this.group = group;
        this.now = site.nowNanos();
        this.reasons = EnumSet.copyOf(seen.doubts());
        this.wanted = before.wantedW();
        this.steps = group.steps(seen);
    }

    static Outcome decide(
            LimitSettings settings, UnitState before, SiteView site, UnitView seen, Group group) {
        return new Regulation(settings, before, site, seen, group).decide();
    }

    private Outcome decide() {
        if (waitsForFigures()) {
            return outcome(Phase.STARTING, 0, before.limitW(), false);
        }
        Stage stage = seen.stage(site);
        int good = goodReadings(stage);
        Phase phase = phase(stage, good);
        boolean open = phase.open() && before.phase().open();
        double limit = open ? regulated(stage) : closed(stage);
        limit = Math.min(limit, steps.down(steps.ceilingW()));
        note(limit);
        return outcome(phase, good, limit, emits(limit));
    }

    /** An inverter that must not be stopped is not told zero because its minimum is unknown. */
    private boolean waitsForFigures() {
        return !seen.figures().known() && !before.commanded() && site.starting();
    }

    private int goodReadings(Stage stage) {
        boolean refused = site.grid().refused() || seen.inverter().refused();
        if (before.phase().open() || refused || stage.compareTo(Stage.FALL_BACK) >= 0) {
            return 0;
        }
        int good = before.goodReadings() + (site.grid().total().fresh() ? 1 : 0);
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
        return group.closedW(seen);
    }

    /** A limit that opens need not wait again for the room that was there while it was closed. */
    private void watchRoom(Stage stage) {
        boolean judged = group.news() && !group.awaitsPair();
        if (stage != Stage.NOTE || !judged) {
            rise = stage == Stage.NOTE ? before.rise() : Rise.NONE;
            return;
        }
        double limit = before.limitW();
        Law law = group.law(seen);
        boolean room = !law.falls(limit) && law.hasRoom(limit, steps);
        rise = room ? before.rise().see(law.wantedW(), now) : Rise.NONE;
    }

    private double regulated(Stage stage) {
        double limit = before.limitW();
        rise = before.rise();
        if (site.lateInExcess()) {
            rise = Rise.NONE;
            return group.closedW(seen);
        }
        if (site.proof().asks(now)) {
            limit = asked(limit);
        }
        if (!group.news()) {
            return limit;
        }
        Law law = group.law(seen);
        wanted = law.wantedW();
        if (law.falls(limit)) {
            rise = Rise.NONE;
            // one step more than asked: what lags behind is made up for
            return Math.min(limit, steps.down(law.fallsToW() - steps.stepW()));
        }
        if (stage != Stage.NOTE || !law.hasRoom(limit, steps)) {
            rise = Rise.NONE;
            return limit;
        }
        if (group.awaitsPair()) {
            return limit;
        }
        rise = rise.see(law.wantedW(), now);
        return risen(law, limit);
    }

    private double asked(double limit) {
        double asked = Question.askedW(seen, steps, limit);
        rise = asked < limit ? rise.restarted(now) : rise;
        return asked;
    }

    private double risen(Law law, double limit) {
        Pace pace = settings.pace();
        boolean lasted = now - rise.sinceNanos() >= pace.riseDelayNanos();
        boolean spaced = before.emission().isOlderThan(pace.spacingNanos(), now);
        if (!lasted || !spaced || site.proof().holds() || !seesLastChange()) {
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
        boolean more = law.hasRoom(target, steps);
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
        if (aboveLimit(limit)) {
            reasons.add(Reason.ABOVE_LIMIT);
        }
        if (limit > 0 && limit >= steps.down(steps.ceilingW())) {
            reasons.add(group.setpointBinds(seen) ? Reason.SETPOINT_BINDS : Reason.CAP_BINDS);
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

    /** A slow one that agrees and is on its way need not hear it again: flash is spared. */
    private boolean obeys(double limit) {
        Sample last = seen.inverter().last();
        Sample earlier = seen.inverter().before();
        double seconds = (last.takenNanos() - earlier.takenNanos()) / 1e9;
        double fell = earlier.value() - last.value();
        return seen.readBack().tally().confirmed()
                && fell >= ON_ITS_WAY * seconds * (earlier.value() - limit);
    }

    private boolean emits(double limit) {
        Emission emission = before.emission();
        if (limit != before.limitW()
                || emission.isOlderThan(settings.pace().keepAliveNanos(), now)) {
            return true;
        }
        boolean disobeyed =
                site.doubts().contains(Reason.EXCESS)
                        && reasons.contains(Reason.ABOVE_LIMIT)
                        && !obeys(limit)
                        && emission.isOlderThan(TELL_AGAIN_NANOS, now);
        return (seen.readBack().untold() || disobeyed)
                && emission.isOlderThan(settings.pace().spacingNanos(), now);
    }

    private ReadBack readBack(double limit, boolean emit) {
        ReadBack told = emit ? seen.readBack().told() : seen.readBack();
        return limit != before.limitW() ? told.commanded(before.limitW(), limit, now) : told;
    }

    private Outcome outcome(Phase phase, int good, double limit, boolean emit) {
        boolean changed = limit != before.limitW();
        UnitState next =
                new UnitState(
                        phase,
                        limit,
                        wanted,
                        seen.inverter(),
                        readBack(limit, emit),
                        good,
                        rise,
                        emit ? before.emission().next(changed, now) : before.emission());
        return new Outcome(next, emit, reasons);
    }
}

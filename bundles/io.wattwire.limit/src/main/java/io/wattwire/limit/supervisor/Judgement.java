package io.wattwire.limit.supervisor;

import io.wattwire.limit.supervisor.SupervisorSettings.Bound;

/** What one observation says about one direction. */
enum Judgement {
    /** Everything that is limited was measured, and is within its limit. */
    INSIDE,
    /** Something is beyond its limit. */
    BEYOND,
    /** Nothing is seen beyond a limit, but something limited was not measured. */
    UNKNOWN;

    static Judgement of(
            SupervisorSettings settings, Direction direction, GridObservation seen, long nowNanos) {
        Bound bound = settings.bound(direction);
        if (!bound.limitsPower() && !bound.limitsCurrent()) {
            return INSIDE;
        }
        if (nowNanos - seen.takenNanos(nowNanos) > settings.staleNanos()) {
            return UNKNOWN;
        }
        Judgement judgement =
                bound.limitsPower() ? power(settings, direction, bound, seen) : INSIDE;
        if (bound.limitsCurrent()) {
            for (int phase = 0; phase < settings.phases(); phase++) {
                judgement = judgement.and(current(settings, direction, bound, seen, phase));
            }
        }
        return judgement;
    }

    private Judgement and(Judgement other) {
        if (this == BEYOND || other == BEYOND) {
            return BEYOND;
        }
        return this == UNKNOWN ? UNKNOWN : other;
    }

    private static Judgement power(
            SupervisorSettings settings, Direction direction, Bound bound, GridObservation seen) {
        double flowing = direction.of(seen.powerW());
        if (Double.isNaN(flowing)) {
            return UNKNOWN;
        }
        return flowing > bound.powerW() + settings.toleranceW() ? BEYOND : INSIDE;
    }

    private static Judgement current(
            SupervisorSettings settings,
            Direction direction,
            Bound bound,
            GridObservation seen,
            int phase) {
        if (phase >= seen.phases().size()) {
            return UNKNOWN;
        }
        double amperes = Math.abs(seen.phases().get(phase).currentA());
        if (amperes <= bound.currentA() + settings.toleranceA()) {
            return INSIDE;
        }
        double flowing = direction.of(seen.phases().get(phase).powerW());
        if (Double.isNaN(amperes) || Double.isNaN(flowing)) {
            return UNKNOWN;
        }
        return flowing > 0 ? BEYOND : INSIDE;
    }
}

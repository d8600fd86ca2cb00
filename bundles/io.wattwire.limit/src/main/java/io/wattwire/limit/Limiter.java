package io.wattwire.limit;

import io.wattwire.limit.LimitSettings.Mode;

/** The limit as a pure function: no clock, no input or output, no memory of its own. */
final class Limiter {

    private Limiter() {}

    /**
     * Evaluates once.
     *
     * @param nowNanos on the monotonic clock that the readings were stamped with
     */
    static Decision decide(
            LimitSettings settings, LimitState state, Readings readings, long nowNanos) {
        Observation seen = Observation.of(settings, state, readings, nowNanos);
        return settings.mode() == Mode.REGULATE
                ? Regulation.decide(settings, state, seen)
                : Delegation.decide(settings, state, seen);
    }
}

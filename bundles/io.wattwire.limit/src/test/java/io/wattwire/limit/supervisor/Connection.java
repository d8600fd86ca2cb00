package io.wattwire.limit.supervisor;

import io.wattwire.limit.supervisor.GridObservation.Phase;
import io.wattwire.limit.supervisor.SupervisorSettings.Bound;
import java.util.List;

/** A connection under supervision with clocks that a test moves; times in s. */
final class Connection {

    static final long SECOND = 1_000_000_000L;
    static final double MINUTE = 60;
    static final double HOUR = 3600;
    static final double DAY = 24 * HOUR;

    /** 1 kW may flow out, 5 kW in; 50 W more are borne. */
    static final SupervisorSettings POWER =
            new SupervisorSettings(
                    true,
                    Scheme.DOMESTIC,
                    1,
                    new Bound(1000, Double.POSITIVE_INFINITY),
                    new Bound(5000, Double.POSITIVE_INFINITY),
                    50,
                    0.25,
                    3 * SECOND);

    SupervisorSettings settings = POWER;
    SupervisorState state = SupervisorState.START;
    SupervisorOutcome outcome;
    GridObservation seen = GridObservation.NONE;
    // close to the end of the scale, so that comparisons have to survive the overflow
    long now = Long.MAX_VALUE - 30 * SECOND;
    long wall = 1_700_000_000_000L;

    Connection with(SupervisorSettings other) {
        settings = other;
        return this;
    }

    /** Time passes without a look. */
    Connection pass(double seconds) {
        return passNanos(Math.round(seconds * SECOND));
    }

    Connection passNanos(long nanos) {
        now += nanos;
        wall += nanos / 1_000_000;
        return this;
    }

    /** A look without a new measurement. */
    Connection look() {
        outcome = Supervisor.step(settings, state, seen, now, wall);
        state = outcome.state();
        return this;
    }

    /** A look with a new measurement. */
    Connection measure(double gridW) {
        seen = new GridObservation(gridW, List.of(), true, now);
        return look();
    }

    Connection measure(double gridW, Phase... phases) {
        seen = new GridObservation(gridW, List.of(phases), true, now);
        return look();
    }

    Connection island() {
        seen = new GridObservation(0, List.of(), false, now);
        return look();
    }

    /** Flows so much for so long, measured at both ends, and then nothing flows. */
    Connection excursion(double gridW, double seconds) {
        return measure(gridW).pass(seconds).measure(gridW).measure(0);
    }

    /** An event of 15 s that ends now. */
    Connection event() {
        return excursion(-2000, 15);
    }

    /** A minute beyond the limit. */
    Connection lockOut() {
        return excursion(-2000, 60);
    }

    Connection restart() {
        state =
                SupervisorState.stored(
                        state.supervisedNanos(),
                        state.events(),
                        state.lockOuts(),
                        state.lockOut(),
                        state.counts());
        now = 5;
        seen = GridObservation.NONE;
        return this;
    }

    ResetOutcome reset(Role role) {
        ResetOutcome reset = Supervisor.reset(settings, state, role);
        state = reset.state();
        return reset;
    }

    boolean lockedOut() {
        return outcome.lockedOut();
    }

    Cause cause() {
        return state.lockOut().orElseThrow().cause();
    }
}

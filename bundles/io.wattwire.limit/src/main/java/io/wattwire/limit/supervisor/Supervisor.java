package io.wattwire.limit.supervisor;

import java.util.List;
import java.util.Optional;

/**
 * The supervisor as a pure function: no clock, no input or output, no memory of its own.
 *
 * <p>Times and counts are those of EREC G100 Issue 2 as public sources repeat them; the standard
 * itself was not at hand.
 */
public final class Supervisor {

    private Supervisor() {}

    /**
     * Looks at the connection once. Call it with each reading of the grid and at least every 250
     * ms, also while there are no readings.
     *
     * @param settings what was agreed; must have no problems
     * @param before the state that the last step returned, or a stored one
     * @param seen the newest observation
     * @param nowNanos on the monotonic clock that the observation was stamped with
     * @param wallMillis what the wall clock shows, ms since 1970 UTC; written down, never counted
     *     with
     * @return the next state, and whether the limits have to be closed
     */
    public static SupervisorOutcome step(
            SupervisorSettings settings,
            SupervisorState before,
            GridObservation seen,
            long nowNanos,
            long wallMillis) {
        SupervisorState state = before.at(nowNanos);
        if (!settings.enabled()) {
            SupervisorState calm = state.calm();
            return new SupervisorOutcome(calm, false, SupervisorStage.NORMAL, List.of());
        }
        state = History.aged(state);
        if (islanded(settings, seen, nowNanos)) {
            state = state.calm();
        } else {
            for (Direction direction : Direction.values()) {
                state = watch(settings, state, direction, seen, nowNanos, wallMillis);
            }
        }
        boolean lockedOut = state.lockOut().isPresent();
        return new SupervisorOutcome(
                state,
                lockedOut,
                stage(state, lockedOut),
                Texts.of(settings, state, seen, nowNanos));
    }

    /**
     * Ends a lock-out, if this role may do so now. What an installer resets has no history any
     * more; an owner's reset leaves the lock-outs of the last 30 days standing.
     *
     * @param settings what was agreed
     * @param state the state that the last step returned
     * @param role whoever asks; an installer has shown the PIN
     * @return the next state and the answer
     */
    public static ResetOutcome reset(
            SupervisorSettings settings, SupervisorState state, Role role) {
        if (role == Role.INSTALLER) {
            SupervisorState clean =
                    state.calm()
                            .withHistory(List.of(), List.of(), Optional.empty(), state.counts());
            return new ResetOutcome(clean, true, "the installer has reset the supervisor");
        }
        if (state.lockOut().isEmpty()) {
            return new ResetOutcome(state, false, "there is no lock-out to reset");
        }
        Optional<String> refusal = History.ownerRefused(settings, state);
        if (refusal.isPresent()) {
            return new ResetOutcome(state, false, refusal.get());
        }
        // events of before would lock it out again with the first short one
        SupervisorState open =
                state.calm()
                        .withHistory(List.of(), state.lockOuts(), Optional.empty(), state.counts());
        return new ResetOutcome(open, true, "the owner has reset the lock-out");
    }

    /** An island is believed only to a fresh observation, because it ends the supervision. */
    static boolean islanded(SupervisorSettings settings, GridObservation seen, long nowNanos) {
        return !seen.connected() && nowNanos - seen.takenNanos(nowNanos) <= settings.staleNanos();
    }

    private static SupervisorState watch(
            SupervisorSettings settings,
            SupervisorState state,
            Direction direction,
            GridObservation seen,
            long nowNanos,
            long wallMillis) {
        Judgement judgement = Judgement.of(settings, direction, seen, nowNanos);
        Excursion excursion = state.excursion(direction);
        if (!excursion.running()) {
            if (judgement != Judgement.BEYOND) {
                return state;
            }
            Excursion begun = new Excursion(true, seen.takenNanos(nowNanos), false);
            return state.with(direction, begun, state.counts().begun());
        }
        boolean ended = judgement == Judgement.INSIDE;
        // only a measurement within the limit ends it: silence does not
        long lasted = excursion.lastedNanos(ended ? seen.takenNanos(nowNanos) : nowNanos);
        SupervisorState judged = History.judged(state, direction, lasted, wallMillis);
        return ended ? judged.with(direction, Excursion.NONE, judged.counts()) : judged;
    }

    private static SupervisorStage stage(SupervisorState state, boolean lockedOut) {
        if (lockedOut) {
            return SupervisorStage.LOCKED_OUT;
        }
        boolean counted = state.export().counted() || state.imported().counted();
        return counted ? SupervisorStage.EXCURSION : SupervisorStage.NORMAL;
    }
}

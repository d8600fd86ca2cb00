package io.wattwire.limit.supervisor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a person should know about the connection, a sentence each. */
final class Texts {

    private Texts() {}

    static List<String> of(
            SupervisorSettings settings, SupervisorState state, GridObservation seen, long now) {
        List<String> texts = new ArrayList<>();
        state.lockOut().ifPresent(lockOut -> texts.add(lockedOut(settings, state, lockOut)));
        if (Supervisor.islanded(settings, seen, now)) {
            texts.add("the house runs as an island: supervision is suspended");
            return texts;
        }
        for (Direction direction : Direction.values()) {
            Excursion excursion = state.excursion(direction);
            boolean blind = Judgement.of(settings, direction, seen, now) == Judgement.UNKNOWN;
            if (excursion.running()) {
                texts.add(
                        direction.text()
                                + " beyond its limit for "
                                + excursion.lastedNanos(now) / 1_000_000_000L
                                + " s"
                                + (blind ? ", and not measured now" : ""));
            } else if (blind) {
                texts.add(direction.text() + " is not measured: supervision sees nothing");
            }
        }
        return texts;
    }

    private static String lockedOut(
            SupervisorSettings settings, SupervisorState state, LockOut lockOut) {
        Optional<String> refused = History.ownerRefused(settings, state);
        return "locked out since "
                + Instant.ofEpochMilli(lockOut.since().wallMillis())
                + " ("
                + (lockOut.cause() == Cause.STATE_DAMAGED ? "" : lockOut.direction().text() + ", ")
                + lockOut.cause().text()
                + "); "
                + refused.orElse("the owner or the installer can reset it");
    }
}

package io.wattwire.limit;

import io.wattwire.limit.law.Readings;
import io.wattwire.limit.supervisor.SupervisorOutcome;
import io.wattwire.limit.supervisor.SupervisorSettings;
import io.wattwire.limit.supervisor.SupervisorStage;
import io.wattwire.limit.supervisor.SupervisorState;
import java.util.List;

/** A supervisor that says what the test wants. */
final class StubGuard implements Guard {

    boolean lockedOut;

    @Override
    public SupervisorOutcome look(
            SupervisorSettings settings, Readings readings, long nowNanos, long wallMillis) {
        return new SupervisorOutcome(
                SupervisorState.START,
                lockedOut,
                lockedOut ? SupervisorStage.LOCKED_OUT : SupervisorStage.NORMAL,
                lockedOut ? List.of("locked out since today") : List.of());
    }

    @Override
    public String problem() {
        return "";
    }
}

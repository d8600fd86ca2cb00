package io.wattwire.limit;

import io.wattwire.limit.law.Readings;
import io.wattwire.limit.supervisor.SupervisorOutcome;
import io.wattwire.limit.supervisor.SupervisorSettings;

/** Looks after the connection to the grid, beside the law. */
interface Guard {

    /**
     * Looks once.
     *
     * @param settings what was agreed
     * @param readings of the law
     * @param nowNanos on the monotonic clock
     * @param wallMillis ms since 1970
     * @return whether everything has to be shut
     */
    SupervisorOutcome look(
            SupervisorSettings settings, Readings readings, long nowNanos, long wallMillis);

    /** {@return what went wrong with its memory; empty when nothing did} */
    String problem();
}

package io.wattwire.limit.supervisor;

/**
 * The answer to somebody who wants to end a lock-out.
 *
 * @param state after it; the same as before when it was refused
 * @param accepted whether the lock-out is over
 * @param text the answer, one sentence
 */
public record ResetOutcome(SupervisorState state, boolean accepted, String text) {}

package io.wattwire.limit.supervisor;

import java.util.List;

/**
 * The result of one look at the connection.
 *
 * @param state to be handed to the next one
 * @param lockedOut whether every limit has to be as low as it can be, until a reset
 * @param stage of the scheme
 * @param texts what a person should know now, a sentence each; empty when all is well
 */
public record SupervisorOutcome(
        SupervisorState state, boolean lockedOut, SupervisorStage stage, List<String> texts) {

    /** Copies the texts. {@inheritDoc} */
    public SupervisorOutcome {
        texts = List.copyOf(texts);
    }
}

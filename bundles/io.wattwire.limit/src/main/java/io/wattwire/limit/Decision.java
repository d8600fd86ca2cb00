package io.wattwire.limit;

import java.util.Set;

/**
 * The outcome of one evaluation.
 *
 * @param state to be handed to the next evaluation; its {@code limitW} is the limit
 * @param emit whether the limit has to be written now
 * @param reasons why the limit is where it is; empty when all is well and nothing binds
 */
record Decision(LimitState state, boolean emit, Set<Reason> reasons) {}

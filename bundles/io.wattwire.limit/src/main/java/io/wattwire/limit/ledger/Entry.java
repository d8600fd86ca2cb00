package io.wattwire.limit.ledger;

import io.wattwire.limit.law.Decision;
import io.wattwire.limit.law.LimitSettings;
import io.wattwire.limit.law.LimitState;
import io.wattwire.limit.law.Readings;

/**
 * What is waiting to be written.
 *
 * @param nowNanos on the monotonic clock
 * @param wallMillis on the wall clock
 * @param evaluation null for a note
 * @param note null for an evaluation
 */
record Entry(long nowNanos, long wallMillis, Evaluation evaluation, String note) {

    /** A decision with everything that led to it. */
    record Evaluation(
            LimitSettings settings, LimitState before, Readings readings, Decision decision) {}
}

package io.wattwire.limit;

import io.wattwire.limit.law.Decision;
import io.wattwire.limit.law.LimitSettings;
import io.wattwire.limit.law.LimitState;
import io.wattwire.limit.law.Readings;

/** Remembers what the limit decides. Every call returns at once. */
interface Witness {

    /** {@return the state of a start, with what has to outlive a restart in it} */
    LimitState resume(LimitState start);

    void saw(
            LimitSettings settings,
            LimitState before,
            Readings readings,
            long nowNanos,
            Decision decision);

    void note(String text, long nowNanos);

    /** {@return what cannot be stored; empty when all is} */
    String problem();
}

package io.wattwire.limit.ledger;

import io.wattwire.limit.law.Command;
import io.wattwire.limit.law.LimitSettings;
import io.wattwire.limit.law.LimitState;
import io.wattwire.limit.law.Readings;
import io.wattwire.limit.law.Reason;
import io.wattwire.limit.law.Setpoint;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Something that is in a ledger. */
public sealed interface LedgerEntry {

    /**
     * When it happened.
     *
     * @return on the wall clock as it was then, ms since 1970 UTC
     */
    long wallMillis();

    /** Whether the law of this version decides the same again. */
    enum Verdict {
        /** The same commands, reasons and state. */
        IDENTICAL,
        /** Something else: another version of the law, or a ledger that was tampered with. */
        DIFFERENT,
        /** A line before it is damaged or missing, so the state it began with is not known. */
        UNKNOWN
    }

    /**
     * A decision.
     *
     * @param wallMillis on the wall clock
     * @param nowNanos on the monotonic clock of the readings
     * @param settings that were in force; empty when they are not known
     * @param before the state before it; empty when it is not known
     * @param readings the newest readings then
     * @param commands what was decided for the inverters
     * @param battery what was decided for the battery
     * @param siteReasons why, as far as it concerns the whole site
     * @param verdict whether deciding again gives the same
     */
    record Decided(
            long wallMillis,
            long nowNanos,
            Optional<LimitSettings> settings,
            Optional<LimitState> before,
            Readings readings,
            List<Command> commands,
            Setpoint battery,
            Set<Reason> siteReasons,
            Verdict verdict)
            implements LedgerEntry {}

    /**
     * Something that happened besides.
     *
     * @param wallMillis on the wall clock
     * @param text one sentence
     */
    record Noted(long wallMillis, String text) implements LedgerEntry {}

    /**
     * Lines that could not be read.
     *
     * @param wallMillis of what was read before it; 0 when nothing was
     * @param text where, and what was done about it
     */
    record Damaged(long wallMillis, String text) implements LedgerEntry {}
}

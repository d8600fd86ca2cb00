package io.wattwire.limit;

import io.wattwire.limit.law.Decision;
import io.wattwire.limit.law.LimitSettings;
import io.wattwire.limit.law.LimitState;
import io.wattwire.limit.law.Readings;
import io.wattwire.limit.ledger.Ledger;
import io.wattwire.limit.ledger.LedgerBounds;
import java.nio.file.Path;

/** What the limit keeps on the disk: the ledger and the energy balance. */
final class Memory implements Witness, AutoCloseable {

    private static final int DAYS = 60;
    private static final long MIB = 1L << 20;
    private static final long LARGEST_SEGMENT = 4 * MIB;

    private final Ledger ledger;
    private final BalanceStore balance;

    private Memory(Ledger ledger, BalanceStore balance) {
        this.ledger = ledger;
        this.balance = balance;
    }

    /**
     * @param ledgerMib how much the ledger may hold; 0 for none
     */
    static Memory open(Path directory, String pid, int ledgerMib) {
        Ledger ledger = null;
        if (ledgerMib > 0) {
            long bytes = ledgerMib * MIB;
            LedgerBounds bounds =
                    new LedgerBounds(bytes, DAYS, Math.min(LARGEST_SEGMENT, bytes / 4));
            ledger =
                    Ledger.open(
                            directory.resolve("ledger"), pid, bounds, System::currentTimeMillis);
        }
        return new Memory(ledger, BalanceStore.open(directory, pid));
    }

    @Override
    public LimitState resume(LimitState start) {
        return start.withBalance(balance.load());
    }

    @Override
    public void saw(
            LimitSettings settings,
            LimitState before,
            Readings readings,
            long nowNanos,
            Decision decision) {
        if (ledger != null) {
            ledger.record(settings, before, readings, nowNanos, decision);
        }
        if (settings.site().balance().used()) {
            balance.see(decision.state().balance(), nowNanos);
        }
    }

    @Override
    public void note(String text, long nowNanos) {
        if (ledger != null) {
            ledger.note(text, nowNanos);
        }
    }

    @Override
    public String problem() {
        return ledger == null ? "" : ledger.problem();
    }

    @Override
    public void close() {
        if (ledger != null) {
            ledger.close();
        }
        balance.close();
    }
}

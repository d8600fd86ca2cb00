package io.wattwire.limit.ledger;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.wattwire.limit.law.RandomHistory;
import io.wattwire.limit.ledger.Entry.Evaluation;
import io.wattwire.limit.ledger.LedgerEntry.Damaged;
import io.wattwire.limit.ledger.LedgerEntry.Decided;
import io.wattwire.limit.ledger.LedgerEntry.Noted;
import io.wattwire.limit.ledger.LedgerEntry.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/** A ledger in a directory, with clocks that a test sets, fed by a random history. */
final class LedgerBench {

    static final long WALL = 1_700_000_000_000L;
    static final LedgerBounds SMALL = new LedgerBounds(200_000, 60, 40_000);

    final Path directory;
    final AtomicLong wall = new AtomicLong(WALL);
    final AtomicLong retryNanos = new AtomicLong();
    private final RandomHistory history = new RandomHistory(7);

    LedgerBench(Path directory) {
        this.directory = directory;
    }

    Ledger open() {
        return open(new LedgerWriter(directory, "limit", SMALL));
    }

    Ledger open(LedgerWriter writer) {
        Ledger ledger = new Ledger(writer, "limit", wall::get, retryNanos::get);
        ledger.start();
        return ledger;
    }

    /** Feeds so many decisions, as fast as it goes. */
    void feed(Ledger ledger, int decisions) {
        for (int i = 0; i < decisions; i++) {
            RandomHistory.Step step = history.next();
            ledger.record(
                    step.settings(),
                    step.before(),
                    step.readings(),
                    step.nowNanos(),
                    step.decision());
        }
    }

    Entry entry() {
        RandomHistory.Step step = history.next();
        return new Entry(
                step.nowNanos(),
                wall.get(),
                new Evaluation(step.settings(), step.before(), step.readings(), step.decision()),
                null);
    }

    List<LedgerEntry> read() throws IOException {
        List<LedgerEntry> entries = new ArrayList<>();
        LedgerReader.read(directory, entries::add);
        return entries;
    }

    static List<String> damages(List<LedgerEntry> entries) {
        return entries.stream()
                .filter(Damaged.class::isInstance)
                .map(entry -> ((Damaged) entry).text())
                .toList();
    }

    static List<String> notes(List<LedgerEntry> entries) {
        return entries.stream()
                .filter(Noted.class::isInstance)
                .map(entry -> ((Noted) entry).text())
                .toList();
    }

    static long count(List<LedgerEntry> entries, Verdict verdict) {
        return entries.stream()
                .filter(entry -> entry instanceof Decided d && d.verdict() == verdict)
                .count();
    }

    static void await(BooleanSupplier condition) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> {
                    while (!condition.getAsBoolean()) {
                        Thread.onSpinWait();
                    }
                });
    }
}

package io.wattwire.limit.ledger;

import static io.wattwire.limit.ledger.LedgerBench.SMALL;
import static io.wattwire.limit.ledger.LedgerBench.await;
import static io.wattwire.limit.ledger.LedgerBench.count;
import static io.wattwire.limit.ledger.LedgerBench.damages;
import static io.wattwire.limit.ledger.LedgerBench.notes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.limit.ledger.LedgerEntry.Verdict;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ledger never disturbs the limit, and tells what it could not keep. */
class LedgerTest {

    private static final long MINUTE_NANOS = 60_000_000_000L;

    @TempDir Path folder;
    private LedgerBench bench;

    @BeforeEach
    void prepare() {
        bench = new LedgerBench(folder.resolve("kura/ledger"));
    }

    @Test
    void whatWasDecidedIsReadAndDecidedAgain() throws IOException {
        try (Ledger ledger = bench.open()) {
            bench.feed(ledger, 50);
            ledger.note("the owner has reset the lock-out", 5);
        }
        List<LedgerEntry> entries = bench.read();
        assertEquals(List.of(), damages(entries));
        assertEquals(List.of("the owner has reset the lock-out"), notes(entries));
        assertTrue(count(entries, Verdict.IDENTICAL) > 20);
        assertEquals(entries.size() - 1, count(entries, Verdict.IDENTICAL));
    }

    @Test
    void withoutAnEntryNothingTouchesTheDisk() {
        bench.open().close();
        assertFalse(Files.exists(bench.directory));
    }

    @Test
    void eachRunBeginsASegmentAndPacksTheOnesBefore() throws IOException {
        for (int run = 1; run <= 3; run++) {
            try (Ledger ledger = bench.open()) {
                ledger.note("run " + run, run);
            }
        }
        assertEquals(List.of("run 1", "run 2", "run 3"), notes(bench.read()));
        assertTrue(Files.exists(bench.directory.resolve("00000001.ledger.gz")));
        assertFalse(Files.exists(bench.directory.resolve("00000001.ledger")));
        assertTrue(Files.exists(bench.directory.resolve("00000002.ledger.gz")));
        assertTrue(Files.exists(bench.directory.resolve("00000003.ledger")));
    }

    @Test
    void aDirectoryThatCannotBeWrittenIsSaidAndTriedAgainEachMinute() throws IOException {
        Files.writeString(folder.resolve("kura"), "in the way");
        try (Ledger ledger = bench.open()) {
            ledger.note("lost 1", 1);
            await(() -> ledger.dropped() == 1);
            assertTrue(
                    ledger.problem().startsWith("the ledger cannot be written: java.nio.file."),
                    ledger.problem());
            Files.delete(folder.resolve("kura"));
            bench.retryNanos.set(MINUTE_NANOS - 1);
            ledger.note("lost 2", 2);
            await(() -> ledger.dropped() == 2);
            bench.retryNanos.set(MINUTE_NANOS);
            ledger.note("kept", 3);
            await(() -> ledger.problem().isEmpty());
        }
        List<String> notes = notes(bench.read());
        assertEquals(2, notes.size());
        assertTrue(notes.get(0).startsWith("2 entries could not be kept: the ledger cannot"));
        assertEquals("kept", notes.get(1));
    }

    @Test
    void aFullDiskChangesNothingButTheLedger() throws IOException {
        AtomicBoolean full = new AtomicBoolean(true);
        LedgerWriter writer =
                new LedgerWriter(bench.directory, "limit", SMALL) {
                    @Override
                    FileChannel open(Path segment) throws IOException {
                        Path where = full.get() ? Path.of("/dev/full") : segment;
                        return FileChannel.open(where, StandardOpenOption.WRITE);
                    }
                };
        try (Ledger ledger = bench.open(writer)) {
            bench.feed(ledger, 3);
            await(() -> ledger.dropped() >= 3);
            assertTrue(ledger.problem().contains("No space left on device"), ledger.problem());
            full.set(false);
            bench.retryNanos.set(MINUTE_NANOS);
            bench.feed(ledger, 20);
            await(() -> ledger.problem().isEmpty());
        }
        List<LedgerEntry> entries = bench.read();
        assertTrue(notes(entries).get(0).contains("entries could not be kept"));
        assertEquals(0, count(entries, Verdict.DIFFERENT));
        assertEquals(0, count(entries, Verdict.UNKNOWN));
        assertTrue(count(entries, Verdict.IDENTICAL) > 0);
    }

    @Test
    void aDiskThatHangsCostsEntriesButNoTime() throws Exception {
        CountDownLatch hangs = new CountDownLatch(1);
        LedgerWriter writer =
                new LedgerWriter(bench.directory, "limit", SMALL) {
                    @Override
                    FileChannel open(Path segment) throws IOException {
                        try {
                            hangs.await();
                        } catch (InterruptedException e) {
                            throw new IOException(e);
                        }
                        return super.open(segment);
                    }
                };
        Ledger ledger = bench.open(writer);
        for (int i = 0; i < 10_000; i++) {
            ledger.note("note " + i, i); // would never return if it waited for the disk
        }
        assertTrue(ledger.dropped() >= 10_000 - 2048 - 257, "" + ledger.dropped());
        hangs.countDown();
        ledger.close();
        ledger.awaitEnd(); // closing does not wait long for a disk
        List<String> notes = notes(bench.read());
        assertTrue(notes.contains("note 0"), notes.get(0));
        long said =
                notes.stream()
                        .filter(note -> note.endsWith(" entries could not be kept"))
                        .mapToLong(note -> Long.parseLong(note.substring(0, note.indexOf(' '))))
                        .sum();
        assertEquals(ledger.dropped(), said);
    }

    @Test
    void itsSizeIsBoundedAndTheNewestIsKept() throws IOException {
        LedgerWriter writer = new LedgerWriter(bench.directory, "limit", SMALL);
        for (int i = 0; i < 20; i++) {
            for (int j = 0; j < 100; j++) {
                writer.write(List.of(bench.entry()));
            }
            writer.write(List.of(new Entry(i, LedgerBench.WALL, null, "note " + i)));
            // a segment ends after the entry that fills it
            assertTrue(size() <= SMALL.bytes() + 10_000, "" + size());
        }
        writer.end();
        List<LedgerEntry> entries = bench.read();
        List<String> notes = notes(entries);
        assertEquals("note 19", notes.get(notes.size() - 1));
        assertFalse(notes.contains("note 0"));
        assertEquals(List.of(), damages(entries));
        assertEquals(entries.size() - notes.size(), count(entries, Verdict.IDENTICAL));
    }

    private long size() throws IOException {
        long size = 0;
        for (Path file : new Segments(bench.directory).all().values()) {
            size += Files.exists(file) ? Files.size(file) : 0;
        }
        return size;
    }

    @Test
    void aJumpOfTheWallClockIsWrittenDownAndChangesNothing() throws IOException {
        long second = 1_000_000_000L;
        try (Ledger ledger = bench.open()) {
            ledger.note("before", 10 * second);
            bench.wall.addAndGet(3_600_000);
            ledger.note("after", 11 * second);
            bench.wall.addAndGet(1_200);
            ledger.note("and on", 12 * second);
        }
        List<LedgerEntry> entries = bench.read();
        assertEquals(LedgerBench.WALL, entries.get(0).wallMillis());
        assertEquals(LedgerBench.WALL + 3_600_000, entries.get(1).wallMillis());
        assertEquals(LedgerBench.WALL + 3_601_000, entries.get(2).wallMillis());
    }
}

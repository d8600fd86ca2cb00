package io.wattwire.limit.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.limit.ledger.LedgerEntry.Verdict;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that is killed while it writes. */
class KilledLedgerTest {

    @TempDir Path folder;

    /** The program: writes until it is killed. */
    static final class Endless {
        private Endless() {}

        public static void main(String[] arguments) {
            LedgerBench bench = new LedgerBench(Path.of(arguments[0]));
            Ledger ledger =
                    bench.open(new LedgerWriter(bench.directory, "limit", LedgerBounds.DEFAULT));
            while (true) {
                bench.feed(ledger, 1);
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void whatWasWrittenBeforeAKillIsWholeAndTheNextRunGoesOn() throws Exception {
        Process program =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Endless.class.getName(),
                                folder.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(new File("/dev/null"))
                        .start();
        Path segment = folder.resolve("00000001.ledger");
        try {
            LedgerBench.await(() -> size(segment) > 200_000);
        } finally {
            program.destroyForcibly();
        }
        assertTrue(program.waitFor(30, TimeUnit.SECONDS));
        LedgerBench bench = new LedgerBench(folder);
        assertSound(bench, 100);
        // and a record that was torn, wherever the kill came
        Files.write(segment, java.util.Arrays.copyOf(Files.readAllBytes(segment), 150_001));
        assertSound(bench, 50);
        try (Ledger ledger = bench.open()) {
            ledger.note("again", 1);
        }
        List<LedgerEntry> entries = assertSound(bench, 50);
        assertEquals(
                List.of("again"),
                LedgerBench.notes(entries.subList(entries.size() - 1, entries.size())));
    }

    private static List<LedgerEntry> assertSound(LedgerBench bench, int least) throws IOException {
        List<LedgerEntry> entries = bench.read();
        List<String> damages = LedgerBench.damages(entries);
        assertTrue(damages.size() <= 1, damages::toString);
        assertTrue(damages.stream().allMatch(text -> text.endsWith(" breaks off and was skipped")));
        assertEquals(0, LedgerBench.count(entries, Verdict.DIFFERENT));
        assertEquals(0, LedgerBench.count(entries, Verdict.UNKNOWN));
        assertTrue(LedgerBench.count(entries, Verdict.IDENTICAL) > least);
        return entries;
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException notYet) {
            return 0;
        }
    }
}

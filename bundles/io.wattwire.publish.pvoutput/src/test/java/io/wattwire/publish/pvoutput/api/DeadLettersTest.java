package io.wattwire.publish.pvoutput.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.publish.pvoutput.api.DeadLetters.Letter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadLettersTest {

    private static final Instant TIME = Instant.parse("2026-01-31T14:05:31Z");

    @TempDir Path directory;

    @Test
    void theyAreReadAsTheyWereAdded() throws IOException {
        DeadLetters letters = new DeadLetters(directory.resolve("publisher"));
        assertEquals(List.of(), letters.read());
        Letter first = new Letter(TIME, "status", "20260131,14:00,1", "Moon Powered – ünlikely");
        letters.add(first);
        letters.add(new Letter(TIME, "output", "20260131,5", "a\tb\nc"));
        Letter second = new Letter(TIME, "output", "20260131,5", "a b c");
        assertEquals(List.of(first, second), letters.read());
    }

    @Test
    void aDamagedLineCostsItselfOnly() throws IOException {
        DeadLetters letters = new DeadLetters(directory);
        letters.add(new Letter(TIME, "status", "a", "b"));
        byte[] damage = {(byte) 0xff, 0, '\n', 'x', '\t', '\t', '\t', '\n'};
        Files.write(directory.resolve("dead-letters.txt"), damage, StandardOpenOption.APPEND);
        letters.add(new Letter(TIME, "status", "c", "d"));
        assertEquals(2, letters.read().size());
    }

    @Test
    void theyNeverTakeMoreThanTwoFiles() throws IOException {
        DeadLetters letters = new DeadLetters(directory);
        String entry = "x".repeat(60_000);
        for (int i = 0; i < 60; i++) {
            letters.add(new Letter(TIME, "status", i + entry, "r"));
        }
        try (Stream<Path> files = Files.list(directory)) {
            long bytes = files.mapToLong(it -> it.toFile().length()).sum();
            assertTrue(bytes < 2_400_000, () -> bytes + " bytes");
        }
        List<Letter> kept = letters.read();
        assertTrue(kept.get(kept.size() - 1).entry().startsWith("59x"), "the newest is there");
    }
}

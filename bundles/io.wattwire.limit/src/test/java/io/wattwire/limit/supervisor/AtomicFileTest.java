package io.wattwire.limit.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

    private static final int LARGEST = 65_536;
    private static final int SUM = "sum 01234567\n".length();

    @TempDir Path directory;
    private AtomicFile file;

    @BeforeEach
    void nothingYet() {
        file = new AtomicFile(directory.resolve("state"));
    }

    @Test
    void isMissingUntilItIsWrittenAndAfterItIsDeleted() throws IOException {
        assertTrue(file.missing());
        file.write(List.of("a", "b"));
        assertFalse(file.missing());
        assertEquals(Optional.of(List.of("a", "b")), file.read());
        file.delete();
        assertTrue(file.missing());
        file.delete();
    }

    @Test
    void theNewOneReplacesTheOldOneAndLeavesNothingBeside() throws IOException {
        file.write(List.of("a longer one", "than the next"));
        file.write(List.of("b"));
        assertEquals(Optional.of(List.of("b")), file.read());
        try (var beside = Files.list(directory)) {
            assertEquals(List.of(file.path()), beside.toList());
        }
    }

    @Test
    void moreThanTheLargestIsNotBelieved() throws IOException {
        int line = LARGEST - SUM - 1;
        // the sum is written without leading zeros: one text of this length has all eight digits
        for (char letter = 'a'; Files.notExists(file.path()) || size() < LARGEST; letter++) {
            file.write(List.of(String.valueOf(letter).repeat(line)));
        }
        assertEquals(line, file.read().orElseThrow().get(0).length());
        file.write(List.of(file.read().orElseThrow().get(0), ""));
        assertTrue(size() > LARGEST);
        assertEquals(Optional.empty(), file.read());
    }

    private long size() throws IOException {
        return Files.size(file.path());
    }
}

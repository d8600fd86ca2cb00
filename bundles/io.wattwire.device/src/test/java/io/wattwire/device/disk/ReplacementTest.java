package io.wattwire.device.disk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplacementTest {

    @TempDir private Path directory;

    @Test
    void theNewFileStandsInThePlaceOfTheOldOneAndNothingElseIsLeft() throws Exception {
        Path file = directory.resolve("deep/state");
        Replacement.of(file, "old, and longer".getBytes(UTF_8));
        Files.writeString(directory.resolve("deep/state.new"), "left over by a power cut, long");
        Replacement.of(file, "new".getBytes(UTF_8));
        assertEquals("new", Files.readString(file));
        try (Stream<Path> all = Files.list(file.getParent())) {
            assertEquals(List.of(file), all.toList());
        }
    }

    @Test
    void theOldFileStaysWhenTheNewOneCannotBeWritten() throws Exception {
        Path file = directory.resolve("state");
        Replacement.of(file, "old".getBytes(UTF_8));
        Files.createDirectory(directory.resolve("state.new"));
        assertThrows(IOException.class, () -> Replacement.of(file, "new".getBytes(UTF_8)));
        assertEquals("old", Files.readString(file));
    }
}

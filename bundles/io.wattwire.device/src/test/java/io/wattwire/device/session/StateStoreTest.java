package io.wattwire.device.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateStoreTest {

    @TempDir Path directory;

    @Test
    void whatIsSavedIsThereAfterARestart() throws IOException {
        StateStore.inDirectory(directory.resolve("pid")).save("before-limit", "rate 100\n");
        StateStore again = StateStore.inDirectory(directory.resolve("pid"));
        assertEquals(Optional.of("rate 100\n"), again.load("before-limit"));
        again.delete("before-limit");
        assertEquals(Optional.empty(), again.load("before-limit"));
        again.delete("before-limit");
    }

    @Test
    void aSaveReplacesTheOldTextAndLeavesNoOtherFile() throws IOException {
        StateStore store = StateStore.inDirectory(directory);
        store.save("a", "a long text to begin with");
        store.save("a", "short");
        assertEquals(Optional.of("short"), store.load("a"));
        try (Stream<Path> files = Files.list(directory)) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void aHalfWrittenSaveOfACrashIsIgnored() throws IOException {
        StateStore store = StateStore.inDirectory(directory);
        store.save("a", "good");
        Files.writeString(directory.resolve("a.txt.new"), "ha");
        assertEquals(Optional.of("good"), store.load("a"));
        store.save("a", "better");
        assertEquals(Optional.of("better"), store.load("a"));
    }

    @Test
    void namesFromOutsideStayInTheDirectory() throws IOException {
        for (String name : List.of("../../etc/passwd", "..", ".", "", "a/b", "a\\b", "ä", "a\0b")) {
            assertTrue(
                    FileNames.of(name).matches("[A-Za-z0-9_%-][A-Za-z0-9._%-]*"),
                    FileNames.of(name));
            StateStore.inDirectory(directory).save(name, name);
            assertEquals(Optional.of(name), StateStore.inDirectory(directory).load(name));
        }
        assertNotEquals(FileNames.of("a/b"), FileNames.of("a_b"));
    }
}

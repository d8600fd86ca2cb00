package io.wattwire.limit.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SaverTest {

    private static final AtomicInteger TESTS = new AtomicInteger();

    /** One of its own for each test: the thread of the one before may still be ending. */
    private final String pid = "saved-" + TESTS.incrementAndGet();

    @TempDir Path directory;
    private AtomicFile file;
    private Saver saver;

    @BeforeEach
    void open() {
        file = new AtomicFile(directory.resolve("deep/state"));
        saver = new Saver(file, pid, "the test's memory");
    }

    private List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("wattwire-saver-" + pid))
                .toList();
    }

    @Test
    void theLastOneIsStoredWhenItIsClosed() throws IOException {
        for (int i = 0; i < 100; i++) {
            saver.save(List.of("number " + i));
        }
        saver.close();
        assertEquals(Optional.of(List.of("number 99")), file.read());
        assertEquals("", saver.problem());
    }

    @Test
    void itsThreadDoesNotKeepTheProgramAliveAndEndsWithIt() throws InterruptedException {
        saver.save(List.of("x"));
        List<Thread> running = threads();
        assertEquals(1, running.size());
        assertTrue(running.get(0).isDaemon());
        saver.close();
        running.get(0).join(60_000);
        assertFalse(running.get(0).isAlive());
    }

    @Test
    void afterItsCloseNothingIsWritten() {
        saver.close();
        saver.save(List.of("too late"));
        assertTrue(threads().isEmpty(), "nobody is there to write");
        assertTrue(file.missing());
    }

    @Test
    void whatCannotBeWrittenIsSaidUntilItIs() throws IOException {
        Path inTheWay = Files.writeString(directory.resolve("deep"), "no directory");
        saver.save(List.of("x"));
        saver.close();
        assertTrue(
                saver.problem().startsWith(file.path() + " cannot be written: "), saver::problem);
        Files.delete(inTheWay);
        Saver again = new Saver(file, pid, "the test's memory");
        again.save(List.of("x"));
        again.close();
        assertEquals("", again.problem());
        assertFalse(file.missing());
    }
}

package io.wattwire.limit.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentsTest {

    private static final long NOW = 1_700_000_000_000L;
    private static final long DAY = 86_400_000L;

    @TempDir Path folder;

    private Path segment(int number, int bytes, long age) throws IOException {
        Path file = folder.resolve(String.format("%08d.ledger", number));
        Files.write(file, new byte[bytes]);
        Files.setLastModifiedTime(file, FileTime.fromMillis(NOW - age));
        return file;
    }

    private int prune(long room) throws IOException {
        return new Segments(folder).prune(room, 60, NOW);
    }

    @Test
    void theOldestGoUntilThereIsRoom() throws IOException {
        for (int i = 1; i <= 5; i++) {
            segment(i, 100, 0);
        }
        assertEquals(0, prune(500));
        assertEquals(1, prune(499));
        assertEquals(2, prune(200));
        assertEquals(List.of(4L, 5L), List.copyOf(new Segments(folder).all().keySet()));
    }

    @Test
    void byAgeOnlyOneGoesEachTimeAndNeverTheLast() throws IOException {
        for (int i = 1; i <= 3; i++) {
            segment(i, 1, 60 * DAY + 1);
        }
        assertEquals(1, prune(100));
        assertEquals(1, prune(100));
        assertEquals(0, prune(100));
        assertEquals(List.of(3L), List.copyOf(new Segments(folder).all().keySet()));
    }

    @Test
    void sixtyDaysAreNotOld() throws IOException {
        segment(1, 1, 60 * DAY);
        segment(2, 1, 0);
        assertEquals(0, prune(100));
    }

    @Test
    void whatIsNoSegmentIsLeftAlone() throws IOException {
        Path other = Files.writeString(folder.resolve("notes.txt"), "x".repeat(1000));
        Path odd = Files.writeString(folder.resolve("1234567890123456789012.ledger"), "");
        segment(1, 10, 0);
        assertEquals(1, prune(0));
        assertTrue(Files.exists(other) && Files.exists(odd));
    }

    @Test
    void aKillWhilePackingCostsNothing() throws IOException {
        Path plain = Files.writeString(folder.resolve("00000001.ledger"), "whole");
        Files.writeString(folder.resolve("00000001.ledger.gz.new"), "half");
        Segments segments = new Segments(folder);
        segments.pack();
        Path packed = folder.resolve("00000001.ledger.gz");
        assertEquals(List.of(packed), List.copyOf(segments.all().values()));
        assertFalse(Files.exists(folder.resolve("00000001.ledger.gz.new")));
        // killed between the finished packed one and the removal of the plain one
        Files.writeString(plain, "whole");
        assertEquals(List.of(packed), List.copyOf(segments.all().values()));
        segments.pack();
        assertFalse(Files.exists(plain));
        assertEquals(folder.resolve("00000002.ledger"), segments.next());
    }

    @Test
    void tooManySegmentsGoToo() throws IOException {
        for (int i = 1; i <= 2001; i++) {
            segment(i, 0, 0);
        }
        assertEquals(1, prune(100));
    }

    @Test
    void boundsLeaveRoomForTwoSegmentsAndADay() {
        new LedgerBounds(2, 1, 1);
        assertThrows(IllegalArgumentException.class, () -> new LedgerBounds(1, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new LedgerBounds(2, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new LedgerBounds(2, 1, 0));
    }
}

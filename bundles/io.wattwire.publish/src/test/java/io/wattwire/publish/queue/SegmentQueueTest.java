package io.wattwire.publish.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentQueueTest {
    private static final long MANY = 1_000_000;

    @TempDir Path directory;

    private SegmentQueue open() throws IOException {
        return new SegmentQueue(directory, MANY, MANY, 64);
    }

    private static void append(SegmentQueue queue, int from, int to) throws IOException {
        for (int i = from; i < to; i++) {
            assertTrue(queue.append(("record " + i).getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static List<String> drain(SegmentQueue queue) throws IOException {
        List<String> records = new ArrayList<>();
        for (SegmentQueue.Entry e = queue.next(); e != null; e = queue.next()) {
            records.add(new String(e.record(), StandardCharsets.UTF_8));
        }
        return records;
    }

    private static List<String> records(int from, int to) {
        return Stream.iterate(from, i -> i < to, i -> i + 1).map(i -> "record " + i).toList();
    }

    private List<Path> segments() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(f -> f.toString().endsWith(".seg")).sorted().toList();
        }
    }

    @Test
    void recordsComeInOrderOverSegments() throws IOException {
        try (SegmentQueue queue = open()) {
            append(queue, 0, 20);

            assertEquals(records(0, 20), drain(queue));
            assertNull(queue.next());
            assertTrue(segments().size() > 3, "several files");
        }
    }

    @Test
    void withoutACloseEverythingThatWasAppendedIsThere() throws IOException {
        SegmentQueue killed = open();
        append(killed, 0, 20);
        for (int i = 0; i < 7; i++) {
            killed.acknowledge(killed.next());
        }

        try (SegmentQueue queue = open()) {
            assertEquals(13, queue.waiting());
            assertEquals(records(7, 20), drain(queue));
        }
        killed.close();
    }

    @Test
    void whatWasNotAcknowledgedComesAgainAfterARewind() throws IOException {
        try (SegmentQueue queue = open()) {
            append(queue, 0, 10);
            queue.acknowledge(queue.next());
            drain(queue);

            queue.rewind();

            assertEquals(records(1, 10), drain(queue));
        }
    }

    @Test
    void consumedFilesAreDeleted() throws IOException {
        try (SegmentQueue queue = open()) {
            append(queue, 0, 50);
            for (SegmentQueue.Entry e = queue.next(); e != null; e = queue.next()) {
                queue.acknowledge(e);
            }

            assertEquals(1, segments().size());
            assertEquals(0, queue.waiting());
            append(queue, 50, 52);
            assertEquals(records(50, 52), drain(queue));
        }
    }

    @Test
    void aFullQueueRefusesAndTakesAgainWhenThereIsRoom() throws IOException {
        try (SegmentQueue queue = new SegmentQueue(directory, 3, MANY, 64)) {
            append(queue, 0, 3);
            assertFalse(queue.append(new byte[1]));

            queue.acknowledge(queue.next());

            append(queue, 3, 4);
            assertEquals(records(1, 4), drain(queue));
        }
    }

    @Test
    void bytesAreBoundedToo() throws IOException {
        try (SegmentQueue queue = new SegmentQueue(directory, MANY, 1000, 64)) {
            int taken = 0;
            while (queue.append(new byte[90])) {
                taken++;
            }

            assertTrue(taken >= 9 && taken <= 11, taken + " records of 90 bytes in 1000");
        }
    }

    @Test
    void aTornRecordAtTheEndIsCutOff() throws IOException {
        SegmentQueue killed = open();
        append(killed, 0, 3);
        killed.close();
        Path last = segments().get(segments().size() - 1);
        Files.write(last, new byte[] {0, 0, 0, 9, 1, 2}, StandardOpenOption.APPEND);

        try (SegmentQueue queue = open()) {
            append(queue, 3, 4);
            assertEquals(records(0, 4), drain(queue));
            assertEquals(1, queue.lost());
        }
        try (SegmentQueue queue = open()) {
            assertEquals(4, queue.waiting());
            assertEquals(0, queue.lost());
        }
    }

    @Test
    void zerosAtTheEndAreNoRecords() throws IOException {
        SegmentQueue killed = open();
        append(killed, 0, 2);
        killed.close();
        Files.write(segments().get(0), new byte[64], StandardOpenOption.APPEND);

        try (SegmentQueue queue = open()) {
            assertEquals(2, queue.waiting());
        }
    }

    @Test
    void aDamagedRecordTakesOnlyTheRestOfItsFileAway() throws IOException {
        SegmentQueue killed = open();
        append(killed, 0, 20);
        killed.close();
        Path first = segments().get(0);
        byte[] bytes = Files.readAllBytes(first);
        bytes[10] ^= 1;
        Files.write(first, bytes);

        try (SegmentQueue queue = open()) {
            List<String> left = drain(queue);

            assertFalse(left.contains("record 0"));
            assertEquals("record 19", left.get(left.size() - 1));
            assertEquals(left.size(), queue.waiting());
            assertEquals(20 - left.size(), queue.lost());
        }
    }

    @Test
    void aDamagedCursorMeansTwiceAndNotNever() throws IOException {
        SegmentQueue killed = open();
        append(killed, 0, 3);
        killed.acknowledge(killed.next());
        killed.close();
        Files.write(directory.resolve("cursor"), new byte[] {1, 2, 3});

        try (SegmentQueue queue = open()) {
            assertEquals(records(0, 3), drain(queue));
        }
    }

    @Test
    void aCursorBeyondTheFilesDoesNotSwallowWhatComesNext() throws IOException {
        SegmentQueue killed = open();
        append(killed, 0, 2);
        killed.acknowledge(killed.next());
        killed.acknowledge(killed.next());
        killed.close();
        Files.write(segments().get(0), new byte[0]); // the file lost its records

        SegmentQueue second = open();
        append(second, 7, 8);
        second.close();

        try (SegmentQueue queue = open()) {
            assertEquals(records(7, 8), drain(queue));
        }
    }

    @Test
    void numbersGoOnOverRestarts() throws IOException {
        for (int i = 0; i < 5; i++) {
            try (SegmentQueue queue = open()) {
                append(queue, i, i + 1);
                SegmentQueue.Entry entry = queue.next();
                assertEquals("record " + i, new String(entry.record(), StandardCharsets.UTF_8));
                queue.acknowledge(entry);
                assertNull(queue.next());
            }
        }
    }
}

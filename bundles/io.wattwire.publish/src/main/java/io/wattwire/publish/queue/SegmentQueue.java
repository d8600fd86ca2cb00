package io.wattwire.publish.queue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A queue of records in files, first in, first out, bounded in number and bytes. A record is kept
 * from {@link #append} until {@link #acknowledge}, also over the death of the process; then it may
 * come twice. Thread-safe; one object per directory.
 */
public final class SegmentQueue implements AutoCloseable {
    private static final Pattern FILE = Pattern.compile("(\\d{19})\\.seg");
    private static final long DEFAULT_SEGMENT_BYTES = 1024L * 1024;

    private final Path directory;
    private final long maxRecords;
    private final long maxBytes;
    private final long segmentBytes;
    private final Cursor cursor;
    private final Deque<Segment> segments = new ArrayDeque<>();
    private Position acknowledged;
    private Position next;
    private long lost;

    /** Where a record begins. */
    private record Position(Segment segment, long number, long offset) {}

    /** A record that was given out. */
    public static final class Entry {
        private final byte[] record;
        private final Position after;

        private Entry(byte[] record, Position after) {
            this.record = record;
            this.after = after;
        }

        /**
         * Gives the record.
         *
         * @return its bytes, not to be changed
         */
        public byte[] record() {
            return record;
        }

        /**
         * Gives its place among all records that this queue ever had.
         *
         * @return from 0 on; the same after a restart
         */
        public long number() {
            return after.number() - 1;
        }
    }

    /**
     * Opens the queue with what an earlier process left in it.
     *
     * @param directory of this queue alone; it is made if it is not there
     * @param maxRecords how many records may wait
     * @param maxBytes how many bytes of records may wait
     * @throws IOException if the disk fails
     */
    public SegmentQueue(Path directory, long maxRecords, long maxBytes) throws IOException {
        this(directory, maxRecords, maxBytes, DEFAULT_SEGMENT_BYTES);
    }

    SegmentQueue(Path directory, long maxRecords, long maxBytes, long segmentBytes)
            throws IOException {
        this.directory = directory;
        this.maxRecords = maxRecords;
        this.maxBytes = maxBytes;
        this.segmentBytes = segmentBytes;
        Files.createDirectories(directory);
        this.cursor = new Cursor(directory.resolve("cursor"));
        for (long first : firstNumbers()) {
            lost += segments.isEmpty() ? 0 : first - segments.getLast().end();
            segments.add(open(first));
        }
        if (!segments.isEmpty() && segments.getLast().wasTorn()) {
            lost++; // at least one
        }
        long start = cursor.read().orElse(0);
        if (segments.isEmpty()) {
            segments.add(open(start));
        }
        acknowledged = seek(start);
        next = acknowledged;
        if (acknowledged.number() != start) {
            cursor.write(acknowledged.number()); // else numbers below it would count as arrived
        }
        deleteConsumed();
    }

    private List<Long> firstNumbers() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> FILE.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(name -> Long.valueOf(name.group(1)))
                    .sorted()
                    .toList();
        }
    }

    private Segment open(long first) throws IOException {
        return new Segment(directory.resolve("%019d.seg".formatted(first)), first);
    }

    /** The first record at or after a number; damaged ones in between do not exist any more. */
    private Position seek(long number) throws IOException {
        for (Segment segment : segments) {
            if (number < segment.end()) {
                Position position = new Position(segment, segment.first(), 0);
                while (position.number() < number) {
                    position = after(position, segment.read(position.offset()));
                }
                return position;
            }
        }
        return end(segments.getLast());
    }

    private static Position after(Position position, byte[] record) {
        return new Position(
                position.segment(),
                position.number() + 1,
                Segment.after(position.offset(), record));
    }

    private static Position end(Segment segment) {
        return new Position(segment, segment.end(), segment.size());
    }

    /**
     * Adds a record.
     *
     * @param record any bytes
     * @return false if the queue is full; the record is not kept then
     * @throws IOException if the disk fails; the record is not kept then either
     */
    public synchronized boolean append(byte[] record) throws IOException {
        if (waiting() >= maxRecords || bytes() + record.length > maxBytes) {
            return false;
        }
        if (segments.getLast().size() >= segmentBytes) {
            segments.add(open(segments.getLast().end()));
        }
        segments.getLast().append(record);
        deleteConsumed();
        return true;
    }

    private long bytes() {
        return segments.stream().mapToLong(Segment::size).sum() - acknowledged.offset();
    }

    /**
     * Gives out the next record that was not given out since the start or the last rewind.
     *
     * @return null if there is none
     * @throws IOException if it cannot be read any more
     */
    public synchronized Entry next() throws IOException {
        next = onward(next);
        if (next.number() >= next.segment().end()) {
            return null;
        }
        byte[] record = next.segment().read(next.offset());
        if (record == null) {
            throw new IOException(
                    "record %d in %s cannot be read any more".formatted(next.number(), directory));
        }
        next = after(next, record);
        return new Entry(record, next);
    }

    /** From the end of a segment to the beginning of the following one, if there is one. */
    private Position onward(Position position) {
        Position moved = position;
        while (moved.number() >= moved.segment().end()) {
            Segment following = following(moved.segment());
            if (following == null) {
                return moved;
            }
            moved = new Position(following, following.first(), 0);
        }
        return moved;
    }

    private Segment following(Segment segment) {
        for (Iterator<Segment> each = segments.iterator(); each.hasNext(); ) {
            if (each.next() == segment) {
                return each.hasNext() ? each.next() : null;
            }
        }
        return null;
    }

    /** The next record is again the first that is not acknowledged. */
    public synchronized void rewind() {
        next = acknowledged;
    }

    /**
     * Everything up to and with this record has arrived.
     *
     * @param entry that was given out
     * @throws IOException if the disk fails; after a restart the records may then come twice
     */
    public synchronized void acknowledge(Entry entry) throws IOException {
        if (entry.after.number() <= acknowledged.number()) {
            return;
        }
        acknowledged = entry.after;
        if (next.number() < acknowledged.number()) {
            next = acknowledged;
        }
        cursor.write(acknowledged.number());
        deleteConsumed();
    }

    private void deleteConsumed() throws IOException {
        acknowledged = onward(acknowledged);
        next = onward(next);
        while (segments.getFirst() != acknowledged.segment()) {
            segments.removeFirst().delete();
        }
    }

    /**
     * Tells how many records were found damaged when the queue was opened.
     *
     * @return at least so many
     */
    public long lost() {
        return lost;
    }

    /**
     * Tells how many records are kept.
     *
     * @return those that are not acknowledged
     */
    public synchronized long waiting() {
        long waiting = 0;
        for (Segment segment : segments) {
            long from = Math.max(segment.first(), acknowledged.number());
            waiting += Math.max(0, segment.end() - from);
        }
        return waiting;
    }

    @Override
    public synchronized void close() throws IOException {
        cursor.close();
        for (Segment segment : segments) {
            segment.close();
        }
    }
}

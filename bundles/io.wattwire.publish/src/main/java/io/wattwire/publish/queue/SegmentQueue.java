package io.wattwire.publish.queue;

import io.wattwire.publish.queue.SegmentFiles.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A queue of records in files, first in, first out, bounded in number and bytes. A record is kept
 * from {@link #append} until {@link #acknowledge}, also over the death of the process; then it may
 * come twice. Thread-safe; one object per directory.
 */
public final class SegmentQueue implements AutoCloseable {
    private static final long DEFAULT_SEGMENT_BYTES = 1024L * 1024;

    private final Path directory;
    private final long maxRecords;
    private final long maxBytes;
    private final Cursor cursor;
    private final SegmentFiles files;
    private Position acknowledged;
    private Position next;

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
        Files.createDirectories(directory);
        this.cursor = new Cursor(directory.resolve("cursor"));
        long start = cursor.read().orElse(0);
        this.files = new SegmentFiles(directory, segmentBytes, start);
        acknowledged = files.seek(start);
        next = acknowledged;
        if (acknowledged.number() != start) {
            cursor.write(acknowledged.number()); // else numbers below it would count as arrived
        }
        deleteConsumed();
    }

    /**
     * Adds a record.
     *
     * @param record any bytes
     * @return false if the queue is full; the record is not kept then
     * @throws IOException if the disk fails; the record is not kept then either
     */
    public synchronized boolean append(byte[] record) throws IOException {
        if (waiting() >= maxRecords || files.bytesFrom(acknowledged) + record.length > maxBytes) {
            return false;
        }
        files.append(record);
        deleteConsumed();
        return true;
    }

    /**
     * Gives out the next record that was not given out since the start or the last rewind.
     *
     * @return null if there is none
     * @throws IOException if it cannot be read any more
     */
    public synchronized Entry next() throws IOException {
        next = files.onward(next);
        if (next.number() >= next.segment().end()) {
            return null;
        }
        byte[] record = next.segment().read(next.offset());
        if (record == null) {
            throw new IOException(
                    "record %d in %s cannot be read any more".formatted(next.number(), directory));
        }
        next = next.after(record);
        return new Entry(record, next);
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
        acknowledged = files.onward(acknowledged);
        next = files.onward(next);
        files.deleteBefore(acknowledged);
    }

    /**
     * Tells how many records were found damaged when the queue was opened.
     *
     * @return at least so many
     */
    public long lost() {
        return files.lost();
    }

    /**
     * Tells how many records are kept.
     *
     * @return those that are not acknowledged
     */
    public synchronized long waiting() {
        return files.recordsFrom(acknowledged.number());
    }

    @Override
    public synchronized void close() throws IOException {
        cursor.close();
        files.close();
    }
}

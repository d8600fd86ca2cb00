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
 * The files of a queue in their order, one after the other like one long one, and where records are
 * in it. Not thread-safe.
 */
final class SegmentFiles {

    private static final Pattern FILE = Pattern.compile("(\\d{19})\\.seg");

    private final Path directory;
    private final long segmentBytes;
    private final Deque<Segment> segments = new ArrayDeque<>();
    private long lost;

    /** Where a record begins. */
    record Position(Segment segment, long number, long offset) {

        /** Where the one behind it begins. */
        Position after(byte[] record) {
            return new Position(segment, number + 1, Segment.after(offset, record));
        }
    }

    /**
     * Opens what is there, or begins with an empty file.
     *
     * @param segmentBytes how long a file grows
     * @param start number of the first record where nothing is there
     */
    SegmentFiles(Path directory, long segmentBytes, long start) throws IOException {
        this.directory = directory;
        this.segmentBytes = segmentBytes;
        for (long first : firstNumbers()) {
            lost += segments.isEmpty() ? 0 : first - segments.getLast().end();
            segments.add(open(first));
        }
        if (!segments.isEmpty() && segments.getLast().wasTorn()) {
            lost++; // at least one
        }
        if (segments.isEmpty()) {
            segments.add(open(start));
        }
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

    /** How many records were found damaged on opening, at least. */
    long lost() {
        return lost;
    }

    /** The first record at or after a number; damaged ones in between do not exist any more. */
    Position seek(long number) throws IOException {
        for (Segment segment : segments) {
            if (number < segment.end()) {
                Position position = new Position(segment, segment.first(), 0);
                while (position.number() < number) {
                    position = position.after(segment.read(position.offset()));
                }
                return position;
            }
        }
        Segment last = segments.getLast();
        return new Position(last, last.end(), last.size());
    }

    /** From the end of a file to the beginning of the following one, if there is one. */
    Position onward(Position position) {
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

    /** Adds a record; if the disk fails everything stays as it was. */
    void append(byte[] record) throws IOException {
        if (segments.getLast().size() >= segmentBytes) {
            segments.add(open(segments.getLast().end()));
        }
        segments.getLast().append(record);
    }

    /** How many bytes there are from a position in the first file on. */
    long bytesFrom(Position position) {
        return segments.stream().mapToLong(Segment::size).sum() - position.offset();
    }

    /** How many records there are from a number on. */
    long recordsFrom(long number) {
        long records = 0;
        for (Segment segment : segments) {
            records += Math.max(0, segment.end() - Math.max(segment.first(), number));
        }
        return records;
    }

    /** Deletes the files before that of a position. */
    void deleteBefore(Position position) throws IOException {
        while (segments.getFirst() != position.segment()) {
            segments.removeFirst().delete();
        }
    }

    void close() throws IOException {
        for (Segment segment : segments) {
            segment.close();
        }
    }
}

package io.wattwire.limit.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** The files of a ledger: numbered, the newest as plain text, older ones compressed. */
final class Segments {

    private static final String PLAIN = ".ledger";
    private static final String PACKED = ".ledger.gz";
    private static final String UNFINISHED = ".new";
    private static final Pattern NAME = Pattern.compile("(\\d{1,18})\\.ledger(\\.gz)?");

    /** Each run of the program begins one: a program that restarts all day must not fill a disk. */
    private static final int MOST_FILES = 2000;

    private static final long DAY_MILLIS = 86_400_000L;

    private final Path directory;

    Segments(Path directory) {
        this.directory = directory;
    }

    /** {@return all segments by their number; none when there is no directory} */
    SortedMap<Long, Path> all() throws IOException {
        SortedMap<Long, Path> all = new TreeMap<>();
        try (Stream<Path> files = Files.list(directory)) {
            files.sorted() // so that of a pair the packed one wins: it is whole
                    .forEach(file -> number(file).ifPresent(number -> all.put(number, file)));
        } catch (NoSuchFileException none) {
            return all;
        }
        return all;
    }

    private static Optional<Long> number(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        return name.matches() ? Optional.of(Long.valueOf(name.group(1))) : Optional.empty();
    }

    static boolean isPacked(Path file) {
        return file.toString().endsWith(PACKED);
    }

    static Path packed(Path plain) {
        return plain.resolveSibling(plain.getFileName() + ".gz");
    }

    /** Begins the next segment. */
    Path next() throws IOException {
        Files.createDirectories(directory);
        SortedMap<Long, Path> all = all();
        long number = all.isEmpty() ? 1 : all.lastKey() + 1;
        return Files.createFile(directory.resolve(String.format("%08d%s", number, PLAIN)));
    }

    /** Compresses whatever is not written any more; what a kill interrupted is begun again. */
    void pack() throws IOException {
        for (Path file : all().values()) {
            Path plain = file;
            if (isPacked(file)) {
                String name = file.getFileName().toString();
                plain = file.resolveSibling(name.substring(0, name.length() - 3));
            } else {
                pack(file);
            }
            Files.deleteIfExists(plain);
        }
    }

    private static void pack(Path plain) throws IOException {
        Path packed = packed(plain);
        Path unfinished = plain.resolveSibling(packed.getFileName() + UNFINISHED);
        try {
            try (InputStream in = Files.newInputStream(plain);
                    OutputStream out = new GZIPOutputStream(Files.newOutputStream(unfinished))) {
                in.transferTo(out);
            }
            try (FileChannel written = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(unfinished, packed, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /**
     * Removes the oldest segments until there is room. By age it removes one only: so a wall clock
     * that is wrong by years costs a segment each time, not the ledger.
     *
     * @param room bytes that may be used by what stays
     * @return how many were removed
     */
    int prune(long room, int days, long wallMillis) throws IOException {
        SortedMap<Long, Path> all = all();
        long used = 0;
        for (Path file : all.values()) {
            used += Files.size(file);
        }
        int removed = 0;
        while (!all.isEmpty() && (used > room || all.size() > MOST_FILES)) {
            used -= removeFirst(all);
            removed++;
        }
        if (removed == 0 && all.size() > 1 && isOld(all.get(all.firstKey()), days, wallMillis)) {
            removeFirst(all);
            removed++;
        }
        return removed;
    }

    private static boolean isOld(Path file, int days, long wallMillis) throws IOException {
        return wallMillis - Files.getLastModifiedTime(file).toMillis() > days * DAY_MILLIS;
    }

    private static long removeFirst(SortedMap<Long, Path> all) throws IOException {
        Path first = all.remove(all.firstKey());
        long size = Files.size(first);
        Files.delete(first);
        return size;
    }
}

package io.wattwire.limit.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wattwire.limit.ledger.LedgerEntry.Damaged;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/**
 * Reads a ledger, also one that is being written, was cut off or was damaged: what cannot be read
 * is an entry that says so. While it reads it decides each decision again.
 */
public final class LedgerReader {

    private static final int LONGEST_LINE = 1 << 20;

    /** Far more than a segment has: a packed file that promises more is no ledger. */
    private static final long LARGEST_SEGMENT = 1L << 30;

    private LedgerReader() {}

    /**
     * Reads all segments of a directory, or one.
     *
     * @param directoryOrFile a ledger's directory, or one of its segments
     * @param to gets each entry, oldest first
     * @throws IOException if a directory cannot be listed
     */
    public static void read(Path directoryOrFile, Consumer<LedgerEntry> to) throws IOException {
        Collection<Path> files =
                Files.isDirectory(directoryOrFile)
                        ? new Segments(directoryOrFile).all().values()
                        : List.of(directoryOrFile);
        for (Path file : files) {
            if (Files.exists(file)) {
                segment(file, to);
            } else {
                segment(Segments.packed(file), to); // compressed since it was listed
            }
        }
    }

    private static void segment(Path file, Consumer<LedgerEntry> to) {
        String name = String.valueOf(file.getFileName());
        SegmentReader reader = new SegmentReader(name, to);
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
                InputStream in = Segments.isPacked(file) ? new GZIPInputStream(raw) : raw;
                InputStream buffered = new BufferedInputStream(in)) {
            lines(buffered, reader);
        } catch (IOException e) {
            to.accept(new Damaged(0, name + " cannot be read further: " + e));
        }
    }

    private static void lines(InputStream in, SegmentReader reader) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long read = 0;
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (++read > LARGEST_SEGMENT) {
                throw new IOException("larger than a segment can be");
            }
            if (next == '\n') {
                reader.take(line.toString(UTF_8), true);
                line.reset();
            } else if (line.size() < LONGEST_LINE) {
                line.write(next);
            }
        }
        if (line.size() > 0) {
            reader.take(line.toString(UTF_8), false);
        }
    }
}

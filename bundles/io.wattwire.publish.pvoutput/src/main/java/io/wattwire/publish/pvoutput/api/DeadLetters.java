package io.wattwire.publish.pvoutput.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Entries that PVOutput will never take, in a text file that people can read: when, what kind, the
 * entry as it was sent, and why, with tabs between. When the file has 1 MiB it becomes the older
 * one, which replaces the one before. One writer at a time.
 */
public final class DeadLetters {

    private static final long LARGEST = 1 << 20;
    private static final String NAME = "dead-letters.txt";
    private static final String OLDER = "dead-letters.1.txt";
    private static final int PARTS = 4;

    private final Path directory;

    /**
     * An entry that was refused.
     *
     * @param time when
     * @param kind status or output
     * @param entry in the columns of PVOutput's batch requests
     * @param reason PVOutput's, or that it gave none
     */
    public record Letter(Instant time, String kind, String entry, String reason) {}

    /**
     * Makes an object; no file yet.
     *
     * @param directory the publisher's own, {@code <data>/wattwire/<pid>}
     */
    public DeadLetters(Path directory) {
        this.directory = directory;
    }

    /**
     * Adds one.
     *
     * @param letter what was refused
     * @throws IOException if the disk fails
     */
    public void add(Letter letter) throws IOException {
        Files.createDirectories(directory);
        Path file = directory.resolve(NAME);
        if (Files.exists(file) && Files.size(file) >= LARGEST) {
            Files.move(file, directory.resolve(OLDER), StandardCopyOption.REPLACE_EXISTING);
        }
        String line =
                String.join(
                        "\t",
                        letter.time().toString(),
                        plain(letter.kind()),
                        plain(letter.entry()),
                        plain(letter.reason()));
        Files.writeString(
                file,
                line + "\n",
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }

    /**
     * Reads them; lines that are damaged are left out.
     *
     * @return oldest first
     * @throws IOException if the disk fails
     */
    public List<Letter> read() throws IOException {
        List<Letter> letters = new ArrayList<>();
        for (String name : List.of(OLDER, NAME)) {
            try (Stream<String> lines =
                    Files.lines(directory.resolve(name), StandardCharsets.ISO_8859_1)) {
                lines.map(DeadLetters::letter).filter(it -> it != null).forEach(letters::add);
            } catch (NoSuchFileException none) {
                // nothing was refused so far
            }
        }
        return letters;
    }

    private static Letter letter(String line) {
        String utf8 =
                new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        String[] parts = utf8.split("\t", -1);
        try {
            return parts.length == PARTS
                    ? new Letter(Instant.parse(parts[0]), parts[1], parts[2], parts[3])
                    : null;
        } catch (DateTimeParseException damaged) {
            return null;
        }
    }
}

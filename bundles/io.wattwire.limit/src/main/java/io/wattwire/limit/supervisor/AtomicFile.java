package io.wattwire.limit.supervisor;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wattwire.device.disk.Replacement;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * A small text file that is either the old one or the new one, whatever happens while it is
 * written, and that tells by its check sum whether it is whole.
 */
public final class AtomicFile {

    private static final int LARGEST = 1 << 16;
    private static final String SUM = "sum ";

    private final Path file;

    /**
     * Names a file; nothing is touched yet.
     *
     * @param file in a directory of the component's own
     */
    public AtomicFile(Path file) {
        this.file = file;
    }

    /**
     * Where it is.
     *
     * @return its path
     */
    public Path path() {
        return file;
    }

    /**
     * Whether it is certain that there is none; one that cannot be looked at is there.
     *
     * @return true when there is none
     */
    public boolean missing() {
        return Files.notExists(file);
    }

    /**
     * Reads it.
     *
     * @return its lines; empty when it is damaged
     * @throws IOException if it cannot be read
     */
    public Optional<List<String>> read() throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(LARGEST + 1);
        }
        String text = new String(bytes, UTF_8);
        int last = text.lastIndexOf(SUM);
        if (bytes.length > LARGEST || last < 0) {
            return Optional.empty();
        }
        String body = text.substring(0, last);
        return text.substring(last).equals(sum(body))
                ? Optional.of(body.lines().toList())
                : Optional.empty();
    }

    /**
     * Replaces it, and waits until the disk has it.
     *
     * @param lines of the new file
     * @throws IOException if it cannot be written; then the old one stays
     */
    public void write(List<String> lines) throws IOException {
        String body = String.join("\n", lines) + "\n";
        Replacement.of(file, (body + sum(body)).getBytes(UTF_8));
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    private static String sum(String body) {
        CRC32 crc = new CRC32();
        crc.update(body.getBytes(UTF_8));
        return SUM + Long.toHexString(crc.getValue()) + "\n";
    }
}

package io.wattwire.device.disk;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file in another's place: whoever reads it finds the old one or the new one, whole, whatever
 * happens meanwhile.
 */
public final class Replacement {

    private Replacement() {}

    /**
     * Writes a finished neighbour and renames it over the file; returns when the disk has it.
     * Missing directories are made. One thread at a time for each file.
     *
     * @param file the old one, or where there is none yet
     * @param content of the new one
     * @throws IOException if it cannot be written; then the old one stays
     */
    public static void of(Path file, byte[] content) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        Files.createDirectories(directory);
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel =
                FileChannel.open(
                        fresh,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(fresh, file, ATOMIC_MOVE);
        // without this the new name may be lost with the power
        try (FileChannel names = FileChannel.open(directory, StandardOpenOption.READ)) {
            names.force(true);
        }
    }
}

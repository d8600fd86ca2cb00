package io.wattwire.device.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** One file per text, replaced by renaming a finished and synced neighbour over it. */
final class FileStateStore implements StateStore {

    private final Path directory;

    FileStateStore(Path directory) {
        this.directory = directory;
    }

    @Override
    public synchronized Optional<String> load(String name) throws IOException {
        try {
            return Optional.of(Files.readString(file(name), UTF_8));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    @Override
    public synchronized void save(String name, String text) throws IOException {
        Files.createDirectories(directory);
        Path file = file(name);
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel =
                FileChannel.open(
                        fresh,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(fresh, file, ATOMIC_MOVE);
    }

    @Override
    public synchronized void delete(String name) throws IOException {
        Files.deleteIfExists(file(name));
    }

    private Path file(String name) {
        return directory.resolve(FileNames.of(name) + ".txt");
    }
}

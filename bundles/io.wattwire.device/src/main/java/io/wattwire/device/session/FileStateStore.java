package io.wattwire.device.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wattwire.device.disk.Replacement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** One file per text, always the old one or the new one. */
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
        Replacement.of(file(name), text.getBytes(UTF_8));
    }

    @Override
    public synchronized void delete(String name) throws IOException {
        Files.deleteIfExists(file(name));
    }

    private Path file(String name) {
        return directory.resolve(FileNames.of(name) + ".txt");
    }
}

package io.wattwire.standalone.gateway;

import io.wattwire.standalone.GatewayException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A data directory while one gateway uses it; a second one is refused. */
final class DataDirectory implements AutoCloseable {
    private final Path path;
    private final FileChannel lock;

    private DataDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Makes the directory if need be, and takes it. */
    static DataDirectory take(Path wanted) throws GatewayException {
        try {
            Files.createDirectories(wanted);
            Path path = wanted.toRealPath();
            FileChannel lock =
                    FileChannel.open(
                            path.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (!isLocked(lock)) {
                lock.close();
                throw new GatewayException(
                        "data directory %s: in use by another gateway; stop that one or choose another directory"
                                .formatted(path));
            }
            return new DataDirectory(path, lock);
        } catch (IOException e) {
            throw new GatewayException(
                    "data directory %s: cannot be used (%s); choose another or change its permissions"
                            .formatted(wanted, e),
                    e);
        }
    }

    /** The lock goes with the process, however that ends. */
    private static boolean isLocked(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // by this very process
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}

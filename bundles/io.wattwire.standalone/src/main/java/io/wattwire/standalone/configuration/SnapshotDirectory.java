package io.wattwire.standalone.configuration;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.kura.KuraErrorCode;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.configuration.ComponentConfiguration;

/** The snapshots on disk, {@code snapshot_<time>.xml}; the oldest beyond a number are deleted. */
final class SnapshotDirectory {
    private static final Pattern FILE = Pattern.compile("snapshot_(\\d{1,18})\\.xml");

    private final Path directory;
    private final int kept;

    SnapshotDirectory(Path directory, int kept) {
        this.directory = directory;
        this.kept = kept;
    }

    SortedSet<Long> ids() throws KuraException {
        SortedSet<Long> ids = new TreeSet<>();
        if (!Files.isDirectory(directory)) {
            return ids;
        }
        try (Stream<Path> files = Files.list(directory)) {
            files.map(file -> FILE.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .forEach(name -> ids.add(Long.valueOf(name.group(1))));
            return ids;
        } catch (IOException e) {
            throw new KuraException(KuraErrorCode.CONFIGURATION_SNAPSHOT_LISTING, e, directory);
        }
    }

    List<ComponentConfiguration> read(long id) throws KuraException {
        Path file = file(id);
        if (!Files.exists(file)) {
            throw new KuraException(KuraErrorCode.CONFIGURATION_SNAPSHOT_NOT_FOUND, file);
        }
        try (InputStream in = Files.newInputStream(file)) {
            return SnapshotReader.read(in, file.toString());
        } catch (IOException e) {
            throw new KuraException(KuraErrorCode.CONFIGURATION_SNAPSHOT_LOADING, e, file);
        }
    }

    /** Writes a snapshot; readers see the whole of it or nothing. */
    long write(Collection<? extends ComponentConfiguration> configurations, long nowMillis)
            throws KuraException {
        SortedSet<Long> ids = ids();
        long id = ids.isEmpty() ? nowMillis : Math.max(nowMillis, ids.last() + 1);
        String xml = SnapshotWriter.write(List.copyOf(configurations));
        try {
            Files.createDirectories(directory);
            // a temporary file is its owner's only: snapshots hold encrypted passwords
            Path draft = Files.createTempFile(directory, "draft", ".tmp");
            Files.writeString(draft, xml, StandardCharsets.UTF_8);
            Files.move(draft, file(id), StandardCopyOption.ATOMIC_MOVE);
            ids.add(id);
            deleteOldest(ids);
            return id;
        } catch (IOException e) {
            throw new KuraException(KuraErrorCode.CONFIGURATION_SNAPSHOT_TAKING, e, directory, e);
        }
    }

    private void deleteOldest(SortedSet<Long> ids) throws IOException {
        for (long id : ids.stream().limit(Math.max(0, ids.size() - kept)).toList()) {
            Files.deleteIfExists(file(id));
        }
    }

    private Path file(long id) {
        return directory.resolve("snapshot_" + id + ".xml");
    }
}

package io.wattwire.device.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Small texts that must survive a restart: the settings found in a device before the first write,
 * the day's count of flash writes, the assets already created. Implementations are thread-safe.
 */
public interface StateStore {

    /**
     * Reads a text.
     *
     * @param name what the text is about; any characters
     * @return the text saved last, empty when there is none
     * @throws IOException when there is a text that cannot be read
     */
    Optional<String> load(String name) throws IOException;

    /**
     * Saves a text; after a crash either the old or the new text is there, never a mixture.
     *
     * @param name what the text is about; any characters
     * @param text the text
     * @throws IOException when it cannot be kept
     */
    void save(String name, String text) throws IOException;

    /**
     * Forgets a text; nothing happens when there is none.
     *
     * @param name what the text is about
     * @throws IOException when it cannot be removed
     */
    void delete(String name) throws IOException;

    /**
     * A store that lives as long as the program, for tests and for tools that write nothing.
     *
     * @return an empty store
     */
    static StateStore inMemory() {
        return new MemoryStateStore();
    }

    /**
     * A store of one file per text.
     *
     * @param directory where the files are; created with the first save
     * @return the store
     */
    static StateStore inDirectory(Path directory) {
        return new FileStateStore(directory);
    }

    /**
     * A store for a rehearsal: it knows what another one knows, and changes nothing of it.
     *
     * @param known what is known already
     * @return the store
     */
    static StateStore rehearsal(StateStore known) {
        return new RehearsalStore(known);
    }
}

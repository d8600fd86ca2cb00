package io.wattwire.device.driver;

import io.wattwire.device.session.FileNames;
import io.wattwire.device.session.StateStore;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.kura.system.SystemService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps an instance's state below Kura's data directory, because Kura empties the storage of
 * bundles at each start. Where that is, is asked with the first use: the driver may start before
 * Kura's system service.
 */
public final class KuraStateStore implements StateStore {

    private static final Logger LOG = LoggerFactory.getLogger(KuraStateStore.class);

    private final Services services;
    private final String pid;
    private StateStore store;

    /**
     * Makes the store of one component instance.
     *
     * @param services where Kura's system service is found
     * @param pid the instance's {@code kura.service.pid}, the name of its directory
     */
    public KuraStateStore(Services services, String pid) {
        this.services = services;
        this.pid = pid;
    }

    @Override
    public Optional<String> load(String name) throws IOException {
        return store().load(name);
    }

    @Override
    public void save(String name, String text) throws IOException {
        store().save(name, text);
    }

    @Override
    public void delete(String name) throws IOException {
        store().delete(name);
    }

    private synchronized StateStore store() throws IOException {
        if (store == null) {
            Optional<String> data =
                    services.find(SystemService.class).map(SystemService::getKuraDataDirectory);
            store = data.isPresent() ? inDirectory(data.get()) : inMemory();
        }
        return store;
    }

    private StateStore inDirectory(String data) throws IOException {
        try {
            return StateStore.inDirectory(Path.of(data, "wattwire", FileNames.of(pid)));
        } catch (InvalidPathException wrong) {
            throw new IOException("Kura's data directory is no path: " + data, wrong);
        }
    }

    private StateStore inMemory() {
        LOG.warn(
                "{}: there is no Kura system service that names a data directory; settings saved"
                        + " before a write are lost when this program ends",
                pid);
        return StateStore.inMemory();
    }
}

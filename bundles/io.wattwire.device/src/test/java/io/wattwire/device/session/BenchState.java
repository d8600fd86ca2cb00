package io.wattwire.device.session;

import java.io.IOException;
import java.util.Optional;

/** Keeps texts over restarts of the session, until it is told to fail. */
final class BenchState implements StateStore {

    private final StateStore store = StateStore.inMemory();
    volatile String failure = "";

    @Override
    public Optional<String> load(String name) throws IOException {
        return store.load(name);
    }

    @Override
    public void save(String name, String text) throws IOException {
        if (!failure.isEmpty()) {
            throw new IOException(failure);
        }
        store.save(name, text);
    }

    @Override
    public void delete(String name) throws IOException {
        store.delete(name);
    }
}

package io.wattwire.device.session;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Knows what another store knows, and keeps what is saved or deleted to itself. */
final class RehearsalStore implements StateStore {

    private final StateStore known;
    private final Map<String, Optional<String>> changes = new ConcurrentHashMap<>();

    RehearsalStore(StateStore known) {
        this.known = known;
    }

    @Override
    public Optional<String> load(String name) throws IOException {
        Optional<String> change = changes.get(name);
        return change == null ? known.load(name) : change;
    }

    @Override
    public void save(String name, String text) {
        changes.put(name, Optional.of(text));
    }

    @Override
    public void delete(String name) {
        changes.put(name, Optional.empty());
    }
}

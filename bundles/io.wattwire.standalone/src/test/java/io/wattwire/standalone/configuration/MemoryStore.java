package io.wattwire.standalone.configuration;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A store without OSGi that counts its changes. */
final class MemoryStore implements ConfigurationStore {
    private final Map<String, Entry> entries = new TreeMap<>();
    int changes;

    @Override
    public Set<String> pids() {
        return new TreeSet<>(entries.keySet());
    }

    @Override
    public Optional<Entry> find(String pid) {
        return Optional.ofNullable(entries.get(pid));
    }

    @Override
    public void put(Entry entry) {
        if (!entry.equals(entries.put(entry.pid(), entry))) {
            changes++;
        }
    }

    @Override
    public void delete(String pid) {
        entries.remove(pid);
        changes++;
    }
}

package io.wattwire.standalone.configuration;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** What the bundles that are active now describe. Thread-safe. */
final class Definitions {
    private final Map<String, Definition> byPid = new ConcurrentHashMap<>();

    void add(Definition definition) {
        byPid.put(definition.pid(), definition);
    }

    void remove(Definition definition) {
        byPid.remove(definition.pid(), definition);
    }

    Optional<Definition> find(String pid) {
        return Optional.ofNullable(byPid.get(pid));
    }

    Set<String> factories() {
        return byPid.values().stream()
                .filter(Definition::factory)
                .map(Definition::pid)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

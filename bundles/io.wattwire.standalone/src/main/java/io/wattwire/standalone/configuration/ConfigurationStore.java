package io.wattwire.standalone.configuration;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where configurations live; whoever listens there gets them. */
interface ConfigurationStore {
    /**
     * A stored configuration.
     *
     * @param pid the {@code kura.service.pid}
     * @param factoryPid the factory, or null for a component of which there is one
     * @param properties without those that OSGi adds
     */
    record Entry(String pid, String factoryPid, Map<String, Object> properties) {}

    Set<String> pids() throws IOException;

    Optional<Entry> find(String pid) throws IOException;

    /** Creates or replaces; listeners hear nothing if nothing changes. */
    void put(Entry entry) throws IOException;

    /** Deletes, if it exists. */
    void delete(String pid) throws IOException;
}

package io.wattwire.standalone.configuration;

import static org.eclipse.kura.configuration.ConfigurationService.KURA_SERVICE_PID;

import io.wattwire.standalone.configuration.ConfigurationStore.Entry;
import io.wattwire.standalone.monitor.Faults;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.kura.KuraErrorCode;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.configuration.ComponentConfiguration;
import org.eclipse.kura.crypto.CryptoService;
import org.osgi.service.cm.ConfigurationAdmin;

/** The stored configurations together with what the metatypes say of them. */
final class Components {
    static final String FACTORY = ConfigurationAdmin.SERVICE_FACTORYPID;

    private final ConfigurationStore store;
    private final Definitions definitions;
    private final Secrets secrets;
    private final Faults faults;

    Components(
            ConfigurationStore store,
            Definitions definitions,
            CryptoService crypto,
            Faults faults) {
        this.store = store;
        this.definitions = definitions;
        this.secrets = new Secrets(crypto, faults);
        this.faults = faults;
    }

    /** A bundle arrived or changed: its singleton gets a configuration, all get new defaults. */
    synchronized void defined(Definition definition) {
        try {
            if (!definition.factory() && find(definition.pid()).isEmpty()) {
                put(definition.pid(), null, Map.of());
            }
            for (String pid : pids()) {
                Optional<Entry> entry = find(pid);
                if (entry.isPresent() && definition.pid().equals(definedBy(entry.get()))) {
                    faults.clear(pid, noBundle(definition.pid()));
                    put(pid, entry.get().factoryPid(), entry.get().properties());
                }
            }
        } catch (KuraException e) {
            faults.report(definition.pid(), e.getMessage(), "mend the bundle that offers it");
        }
    }

    private static String definedBy(Entry entry) {
        return entry.factoryPid() == null ? entry.pid() : entry.factoryPid();
    }

    private static String noBundle(String factoryPid) {
        return "no bundle offers " + factoryPid;
    }

    /** Creates or replaces a configuration, with defaults and without secrets in clear. */
    synchronized void put(String pid, String factoryPid, Map<String, Object> properties)
            throws KuraException {
        Optional<Definition> definition = definitions.find(factoryPid == null ? pid : factoryPid);
        Set<String> secret = definition.map(Definition::secrets).orElse(Set.of());
        try {
            Map<String, Object> full = new TreeMap<>();
            definition.ifPresent(d -> full.putAll(d.defaults()));
            full.putAll(properties);
            full.remove(FACTORY);
            full.values().removeIf(Objects::isNull);
            store.put(new Entry(pid, factoryPid, secrets.seal(pid, full, secret)));
        } catch (IOException | IllegalArgumentException e) {
            throw new KuraException(KuraErrorCode.CONFIGURATION_UPDATE, e, pid, e.getMessage());
        }
        if (factoryPid != null && definition.isEmpty()) {
            faults.report(
                    pid, noBundle(factoryPid), "install and start the bundle, or correct the name");
        }
    }

    /** Adds to what a component has. */
    synchronized void merge(Entry entry, Map<String, Object> properties) throws KuraException {
        Map<String, Object> merged = new TreeMap<>(entry.properties());
        merged.putAll(properties);
        put(entry.pid(), entry.factoryPid(), merged);
    }

    synchronized void delete(String pid) throws KuraException {
        try {
            store.delete(pid);
            faults.clear(pid);
        } catch (IOException e) {
            throw storeFailed(pid, e);
        }
    }

    synchronized void deleteAll() throws KuraException {
        for (String pid : pids()) {
            delete(pid);
        }
    }

    Set<String> pids() throws KuraException {
        try {
            return store.pids();
        } catch (IOException e) {
            throw storeFailed("all components", e);
        }
    }

    Optional<Entry> find(String pid) throws KuraException {
        try {
            return store.find(pid);
        } catch (IOException e) {
            throw storeFailed(pid, e);
        }
    }

    private static KuraException storeFailed(String pid, IOException e) {
        return new KuraException(
                KuraErrorCode.CONFIGURATION_ERROR, e, pid, "Configuration Admin failed");
    }

    Entry existing(String pid) throws KuraException {
        return find(pid)
                .orElseThrow(
                        () ->
                                new KuraException(
                                        KuraErrorCode.INVALID_PARAMETER,
                                        "there is no component " + pid));
    }

    /** Everything, with passwords encrypted and marked as such. */
    synchronized List<ComponentConfiguration> all() throws KuraException {
        List<ComponentConfiguration> all = new ArrayList<>();
        for (String pid : pids()) {
            find(pid).ifPresent(entry -> all.add(toConfiguration(entry)));
        }
        return all;
    }

    ComponentConfiguration toConfiguration(Entry entry) {
        Optional<Definition> definition = definitions.find(definedBy(entry));
        Map<String, Object> properties = new TreeMap<>(entry.properties());
        properties.put(KURA_SERVICE_PID, entry.pid());
        if (entry.factoryPid() != null) {
            properties.put(FACTORY, entry.factoryPid());
        }
        return new Settings(
                entry.pid(),
                definition.map(Definition::ocd).orElse(null),
                Secrets.mark(properties, definition.map(Definition::secrets).orElse(Set.of())));
    }

    /** The defaults of a component or a factory, if there is a metatype. */
    Optional<ComponentConfiguration> defaults(String pid) throws KuraException {
        return definitions
                .find(find(pid).map(Components::definedBy).orElse(pid))
                .map(d -> new Settings(pid, d.ocd(), d.defaults()));
    }
}

package io.wattwire.standalone.configuration;

import io.wattwire.standalone.configuration.ConfigurationStore.Entry;
import io.wattwire.standalone.monitor.Faults;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.kura.KuraErrorCode;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.configuration.ComponentConfiguration;
import org.eclipse.kura.configuration.ConfigurationService;
import org.eclipse.kura.crypto.CryptoService;
import org.eclipse.kura.system.SystemService;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Filter;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Kura's configuration service on top of OSGi's Configuration Admin. As in Kura, defaults of the
 * metatype fill absent properties, an update keeps what it does not name, unknown properties are
 * kept and nothing is checked against ranges. Passwords are encrypted before they are stored.
 *
 * <p>The store is empty at each start: what lasts are the snapshots.
 */
@Component(service = ConfigurationService.class)
public final class LocalConfigurationService implements ConfigurationService {
    private static final String FACTORY = Components.FACTORY;

    private final Definitions definitions;
    private final Components components;
    private final SnapshotDirectory snapshots;
    private final DefinitionTracker tracker;

    /**
     * Starts with an empty store, and describes the components of all active bundles.
     *
     * @param context the framework
     * @param admin keeps the configurations
     * @param system knows the directory of snapshots
     * @param crypto encrypts passwords
     * @param faults hears of components that cannot run
     * @throws KuraException if configurations of an earlier run cannot be removed
     */
    @Activate
    public LocalConfigurationService(
            BundleContext context,
            @Reference ConfigurationAdmin admin,
            @Reference SystemService system,
            @Reference CryptoService crypto,
            @Reference Faults faults)
            throws KuraException {
        this.definitions = new Definitions();
        this.components = new Components(new AdminStore(admin), definitions, crypto, faults);
        this.snapshots =
                new SnapshotDirectory(
                        Path.of(system.getKuraSnapshotsDirectory()),
                        system.getKuraSnapshotsCount());
        components.deleteAll();
        this.tracker = new DefinitionTracker(context, definitions, components::defined);
        tracker.open();
    }

    /** Outside of a framework: with definitions that do not change. */
    LocalConfigurationService(
            Definitions definitions, Components components, SnapshotDirectory snapshots) {
        this.definitions = definitions;
        this.components = components;
        this.snapshots = snapshots;
        this.tracker = null;
    }

    @Deactivate
    void close() throws KuraException {
        tracker.close();
        components.deleteAll();
    }

    @Override
    public Set<String> getFactoryComponentPids() {
        return definitions.factories();
    }

    @Override
    public Set<String> getConfigurableComponentPids() {
        try {
            return components.pids();
        } catch (KuraException e) {
            throw new IllegalStateException(e); // the interface has no exception for it
        }
    }

    @Override
    public synchronized void createFactoryConfiguration(
            String factoryPid, String pid, Map<String, Object> properties, boolean takeSnapshot)
            throws KuraException {
        if (components.find(pid).isPresent()) {
            throw refused(pid + " exists already; choose another pid");
        }
        components.put(pid, factoryPid, properties == null ? Map.of() : properties);
        snapshotIf(takeSnapshot);
    }

    private static KuraException refused(String message) {
        return new KuraException(KuraErrorCode.INVALID_PARAMETER, message);
    }

    @Override
    public synchronized void deleteFactoryConfiguration(String pid, boolean takeSnapshot)
            throws KuraException {
        if (components.existing(pid).factoryPid() == null) {
            throw refused(pid + " is not of a factory and cannot be deleted");
        }
        components.delete(pid);
        snapshotIf(takeSnapshot);
    }

    private void snapshotIf(boolean wanted) throws KuraException {
        if (wanted) {
            snapshot();
        }
    }

    @Override
    public List<ComponentConfiguration> getComponentConfigurations() throws KuraException {
        return components.all();
    }

    @Override
    public List<ComponentConfiguration> getComponentConfigurations(Filter filter)
            throws KuraException {
        return components.all().stream()
                .filter(c -> filter == null || filter.matches(c.getConfigurationProperties()))
                .toList();
    }

    @Override
    public ComponentConfiguration getComponentConfiguration(String pid) throws KuraException {
        return components.find(pid).map(components::toConfiguration).orElse(null);
    }

    @Override
    public ComponentConfiguration getDefaultComponentConfiguration(String pid)
            throws KuraException {
        return components.defaults(pid).orElse(null);
    }

    @Override
    public void updateConfiguration(String pid, Map<String, Object> properties)
            throws KuraException {
        updateConfiguration(pid, properties, true);
    }

    @Override
    public synchronized void updateConfiguration(
            String pid, Map<String, Object> properties, boolean takeSnapshot) throws KuraException {
        components.merge(components.existing(pid), properties);
        snapshotIf(takeSnapshot);
    }

    @Override
    public void updateConfigurations(List<ComponentConfiguration> configurations)
            throws KuraException {
        updateConfigurations(configurations, true);
    }

    @Override
    public synchronized void updateConfigurations(
            List<ComponentConfiguration> configurations, boolean takeSnapshot)
            throws KuraException {
        for (ComponentConfiguration each : configurations) {
            checkFactory(each);
        }
        for (ComponentConfiguration each : inOrder(configurations)) {
            apply(each);
        }
        snapshotIf(takeSnapshot);
    }

    /** An instance keeps its factory for life; found before anything is changed. */
    private void checkFactory(ComponentConfiguration configuration) throws KuraException {
        Object wanted = configuration.getConfigurationProperties().get(FACTORY);
        Optional<Entry> entry = components.find(configuration.getPid());
        if (entry.isPresent() && wanted != null && !wanted.equals(entry.get().factoryPid())) {
            throw refused(
                    "%s is of %s and cannot become one of %s; delete it first"
                            .formatted(configuration.getPid(), entry.get().factoryPid(), wanted));
        }
    }

    /** Instances of factories first: the others, the graph among them, refer to them. */
    private static List<ComponentConfiguration> inOrder(List<ComponentConfiguration> of) {
        List<ComponentConfiguration> order = new ArrayList<>();
        of.stream().filter(c -> factoryOf(c) != null).forEach(order::add);
        of.stream().filter(c -> factoryOf(c) == null).forEach(order::add);
        return order;
    }

    private static String factoryOf(ComponentConfiguration configuration) {
        Object factoryPid = configuration.getConfigurationProperties().get(FACTORY);
        return factoryPid == null ? null : factoryPid.toString();
    }

    private void apply(ComponentConfiguration configuration) throws KuraException {
        String pid = configuration.getPid();
        Optional<Entry> entry = components.find(pid);
        if (entry.isPresent()) {
            components.merge(entry.get(), configuration.getConfigurationProperties());
        } else {
            components.put(
                    pid, factoryOf(configuration), configuration.getConfigurationProperties());
        }
    }

    @Override
    public Set<Long> getSnapshots() throws KuraException {
        return snapshots.ids();
    }

    @Override
    public List<ComponentConfiguration> getSnapshot(long id) throws KuraException {
        return snapshots.read(id);
    }

    @Override
    public synchronized long snapshot() throws KuraException {
        return snapshots.write(components.all(), System.currentTimeMillis());
    }

    @Override
    public synchronized long rollback() throws KuraException {
        List<Long> ids = List.copyOf(snapshots.ids());
        if (ids.size() < 2) {
            throw new KuraException(
                    KuraErrorCode.CONFIGURATION_SNAPSHOT_NOT_FOUND, "none before the newest");
        }
        long previous = ids.get(ids.size() - 2);
        rollback(previous);
        return previous;
    }

    @Override
    public synchronized void rollback(long id) throws KuraException {
        List<ComponentConfiguration> wanted = snapshots.read(id);
        Set<String> surplus = new HashSet<>(components.pids());
        wanted.forEach(c -> surplus.remove(c.getPid()));
        for (String pid : surplus) {
            if (components.existing(pid).factoryPid() == null) {
                components.put(pid, null, Map.of()); // back to its defaults
            } else {
                components.delete(pid);
            }
        }
        for (ComponentConfiguration each : inOrder(wanted)) {
            components.put(each.getPid(), factoryOf(each), each.getConfigurationProperties());
        }
        snapshot();
    }
}

package io.wattwire.standalone.gateway;

import io.wattwire.standalone.Backlog;
import io.wattwire.standalone.EnvelopeListener;
import io.wattwire.standalone.Fault;
import io.wattwire.standalone.Gateway;
import io.wattwire.standalone.GatewayException;
import io.wattwire.standalone.Publication;
import io.wattwire.standalone.monitor.Faults;
import io.wattwire.standalone.monitor.Pending;
import io.wattwire.standalone.monitor.Publications;
import io.wattwire.standalone.monitor.Taps;
import io.wattwire.standalone.wire.LocalWireGraphService;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.configuration.ComponentConfiguration;
import org.eclipse.kura.configuration.ConfigurationService;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The facade in a framework. */
@Component(service = Gateway.class)
public final class LocalGateway implements Gateway {
    private static final long LOOK_AGAIN_MS = 20;

    private final BundleContext context;
    private final Services services;
    private final Faults faults;
    private final Taps taps;
    private final Publications publications;
    private final Pending pending;
    private final StartWatch watch;
    private DataDirectory directory;

    /** There while the gateway runs and a graph service is configured. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile LocalWireGraphService graphs;

    /**
     * Not started yet.
     *
     * @param context the framework
     * @param services starts and ends Kura's services
     * @param faults remembers what is wrong
     * @param taps show what is emitted
     * @param publications count messages
     * @param pending knows what is missing
     */
    @Activate
    public LocalGateway(
            BundleContext context,
            @Reference Services services,
            @Reference Faults faults,
            @Reference Taps taps,
            @Reference Publications publications,
            @Reference Pending pending) {
        this.context = context;
        this.services = services;
        this.faults = faults;
        this.taps = taps;
        this.publications = publications;
        this.pending = pending;
        this.watch = new StartWatch(context, pending);
        watch.open();
    }

    /**
     * The framework or the bundle ends: components end by themselves.
     *
     * @throws IOException if the data directory cannot be freed
     */
    @Deactivate
    public synchronized void close() throws IOException {
        watch.close();
        if (directory != null) {
            directory.close();
            directory = null;
        }
    }

    @Override
    public void start() throws GatewayException {
        String configured = context.getProperty(DATA_PROPERTY);
        start(Path.of(configured == null ? "data" : configured));
    }

    @Override
    public synchronized void start(Path dataDirectory) throws GatewayException {
        if (directory != null) {
            throw new GatewayException(
                    "gateway: runs already with " + directory.path() + "; stop it first");
        }
        DataDirectory taken = DataDirectory.take(dataDirectory);
        try {
            faults.reset();
            taps.reset();
            publications.reset();
            services.start(taken.path());
            directory = taken;
        } finally {
            if (directory == null) {
                release(taken);
            }
        }
    }

    private static void release(DataDirectory taken) throws GatewayException {
        try {
            taken.close();
        } catch (IOException e) {
            throw new GatewayException("data directory: cannot be freed (" + e + ")", e);
        }
    }

    private ConfigurationService running() throws GatewayException {
        if (directory == null) {
            throw new GatewayException("gateway: does not run; start it first");
        }
        return services.configurations();
    }

    @Override
    public synchronized boolean restore() throws GatewayException {
        ConfigurationService configurations = running();
        try {
            TreeSet<Long> ids = new TreeSet<>(configurations.getSnapshots());
            if (ids.isEmpty()) {
                return false;
            }
            List<ComponentConfiguration> newest = configurations.getSnapshot(ids.last());
            new SnapshotLoader(configurations, watch).load(newest, Map.of(), false);
            return true;
        } catch (KuraException e) {
            throw new GatewayException(e.getMessage(), e);
        }
    }

    @Override
    public synchronized void load(List<Path> snapshots, Map<String, Map<String, Object>> overrides)
            throws GatewayException {
        List<ComponentConfiguration> all = Snapshots.read(snapshots);
        new SnapshotLoader(running(), watch).load(all, overrides, true);
    }

    @Override
    public synchronized void load(
            InputStream snapshot, String name, Map<String, Map<String, Object>> overrides)
            throws GatewayException {
        new SnapshotLoader(running(), watch).load(Snapshots.read(snapshot, name), overrides, true);
    }

    @Override
    public boolean awaitReady(Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (!isGraphApplied()) {
            if (System.nanoTime() - end >= 0) {
                return false;
            }
            Thread.sleep(LOOK_AGAIN_MS);
        }
        return pending.await(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
    }

    /** Configurations travel on a thread of Configuration Admin: the graph may be on its way. */
    private boolean isGraphApplied() {
        LocalWireGraphService current = graphs;
        ConfigurationService configurations = services.find();
        if (current == null || configurations == null) {
            return false;
        }
        try {
            ComponentConfiguration wanted =
                    configurations.getComponentConfiguration(LocalWireGraphService.PID);
            return wanted != null
                    && current.text()
                            .equals(
                                    wanted.getConfigurationProperties()
                                            .get(LocalWireGraphService.GRAPH));
        } catch (KuraException e) {
            return false;
        }
    }

    @Override
    public AutoCloseable tap(EnvelopeListener listener) {
        return taps.add(listener);
    }

    @Override
    public Map<String, Publication> publications() {
        return publications.byTopic();
    }

    @Override
    public Backlog backlog() {
        return publications.backlog();
    }

    @Override
    public Optional<Instant> firstSample() {
        return taps.firstSample();
    }

    @Override
    public List<Fault> faults() {
        return faults.list();
    }

    @Override
    public synchronized void stop() {
        if (directory == null) {
            return;
        }
        services.stop(watch);
        pending.reset();
        watch.reset();
        try {
            release(directory);
        } catch (GatewayException e) {
            faults.report("gateway", e.getMessage(), "see to the disk");
        }
        directory = null;
    }
}

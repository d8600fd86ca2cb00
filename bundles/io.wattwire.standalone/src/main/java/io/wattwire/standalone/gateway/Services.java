package io.wattwire.standalone.gateway;

import io.wattwire.standalone.GatewayException;
import io.wattwire.standalone.system.LocalSystemService;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.configuration.ComponentConfiguration;
import org.eclipse.kura.configuration.ConfigurationService;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts and ends the services that the gateway consists of. They are components that wait for the
 * configuration of the system service, which says where the data are.
 */
@Component(service = Services.class)
public final class Services {
    private static final Logger LOG = LoggerFactory.getLogger(Services.class);
    private static final long START_MS = 10_000;
    private static final long STOP_MS = 15_000;
    private static final long LOOK_AGAIN_MS = 20;

    /** Who emits stops first, who sends stops last. */
    private static final List<String> STOP_ORDER =
            List.of(
                    "org.eclipse.kura.wire.Timer",
                    "org.eclipse.kura.wire.WireAsset",
                    "",
                    "org.eclipse.kura.cloud.CloudService");

    private final ConfigurationAdmin admin;
    private final ServiceTracker<ConfigurationService, ConfigurationService> tracker;

    /**
     * Nothing started yet.
     *
     * @param context the framework
     * @param admin takes the configuration that starts everything
     */
    @Activate
    public Services(BundleContext context, @Reference ConfigurationAdmin admin) {
        this.admin = admin;
        this.tracker = new ServiceTracker<>(context, ConfigurationService.class, null);
        tracker.open();
    }

    /** Looks no longer for the services. */
    @Deactivate
    public void close() {
        tracker.close();
    }

    void start(Path data) throws GatewayException {
        try {
            admin.getConfiguration(LocalSystemService.PID, "?")
                    .update(
                            new Hashtable<>(
                                    Map.of(LocalSystemService.DATA_DIRECTORY, data.toString())));
            if (tracker.waitForService(START_MS) == null) {
                end();
                throw new GatewayException(
                        "gateway: its configuration service does not start; see the log for the reason, mostly the data directory");
            }
        } catch (IOException e) {
            throw new GatewayException("gateway: Configuration Admin failed (" + e + ")", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GatewayException("gateway: interrupted while starting", e);
        }
    }

    /** The configuration service, or null while it is not there. */
    ConfigurationService find() {
        return tracker.getService();
    }

    ConfigurationService configurations() throws GatewayException {
        ConfigurationService found = tracker.getService();
        if (found == null) {
            throw new GatewayException(
                    "gateway: its configuration service is gone; stop and start the gateway");
        }
        return found;
    }

    /** Ends all instances one kind after the other, then the services. */
    void stop(StartWatch watch) {
        ConfigurationService found = tracker.getService();
        try {
            if (found != null) {
                Set<String> pids = deleteInstances(found);
                if (!watch.awaitGone(pids, STOP_MS)) {
                    LOG.warn("Not all of {} stopped within {} ms", pids, STOP_MS);
                }
            }
            end();
            awaitEnd();
        } catch (KuraException | IOException e) {
            LOG.warn("Stopping failed: {}", e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Set<String> deleteInstances(ConfigurationService found) throws KuraException {
        List<ComponentConfiguration> instances = new ArrayList<>();
        for (ComponentConfiguration each : found.getComponentConfigurations()) {
            if (factoryOf(each) != null) {
                instances.add(each);
            }
        }
        instances.sort(Comparator.comparingInt(each -> stopOrder(factoryOf(each))));
        Set<String> pids = new HashSet<>();
        for (ComponentConfiguration each : instances) {
            found.deleteFactoryConfiguration(each.getPid(), false);
            pids.add(each.getPid());
        }
        return pids;
    }

    private static int stopOrder(String factory) {
        int order = STOP_ORDER.indexOf(factory);
        return order < 0 ? STOP_ORDER.indexOf("") : order;
    }

    private static String factoryOf(ComponentConfiguration configuration) {
        Object factory =
                configuration
                        .getConfigurationProperties()
                        .get(ConfigurationAdmin.SERVICE_FACTORYPID);
        return factory == null ? null : factory.toString();
    }

    private void end() throws IOException {
        admin.getConfiguration(LocalSystemService.PID, "?").delete();
    }

    private void awaitEnd() throws InterruptedException {
        long end = System.nanoTime() + STOP_MS * 1_000_000;
        while (tracker.getService() != null && System.nanoTime() - end < 0) {
            Thread.sleep(LOOK_AGAIN_MS);
        }
    }
}

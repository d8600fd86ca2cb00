package io.wattwire.standalone.gateway;

import io.wattwire.standalone.GatewayException;
import io.wattwire.standalone.configuration.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.configuration.ComponentConfiguration;
import org.eclipse.kura.configuration.ConfigurationService;
import org.osgi.service.cm.ConfigurationAdmin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the configurations of a snapshot into the running gateway. */
final class SnapshotLoader {
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotLoader.class);

    private final ConfigurationService configurations;
    private final StartWatch watch;

    SnapshotLoader(ConfigurationService configurations, StartWatch watch) {
        this.configurations = configurations;
        this.watch = watch;
    }

    void load(
            List<ComponentConfiguration> snapshot,
            Map<String, Map<String, Object>> overrides,
            boolean takeSnapshot)
            throws GatewayException {
        try {
            List<ComponentConfiguration> wanted = override(snapshot, overrides);
            configurations.updateConfigurations(wanted, takeSnapshot);
            for (ComponentConfiguration each : wanted) {
                expect(each);
            }
        } catch (KuraException e) {
            throw new GatewayException(e.getMessage(), e);
        }
    }

    private List<ComponentConfiguration> override(
            List<ComponentConfiguration> snapshot, Map<String, Map<String, Object>> overrides)
            throws GatewayException {
        Map<String, ComponentConfiguration> wanted = new LinkedHashMap<>();
        snapshot.forEach(c -> wanted.put(c.getPid(), c));
        for (Map.Entry<String, Map<String, Object>> override : overrides.entrySet()) {
            String pid = override.getKey();
            ComponentConfiguration original = wanted.get(pid);
            if (original == null && !configurations.getConfigurableComponentPids().contains(pid)) {
                throw new GatewayException(
                        "override of %s: there is no such component; there are %s"
                                .formatted(pid, new TreeSet<>(wanted.keySet())));
            }
            Map<String, Object> properties = new TreeMap<>();
            if (original != null) {
                properties.putAll(original.getConfigurationProperties());
            }
            properties.putAll(override.getValue());
            wanted.put(pid, new Settings(pid, null, properties));
        }
        return List.copyOf(wanted.values());
    }

    private void expect(ComponentConfiguration loaded) throws KuraException {
        String pid = loaded.getPid();
        ComponentConfiguration now = configurations.getComponentConfiguration(pid);
        Object factory =
                now.getConfigurationProperties().get(ConfigurationAdmin.SERVICE_FACTORYPID);
        if (now.getDefinition() != null) {
            watch.expect(
                    pid,
                    "is configured and does not start",
                    "see the log for its reason, correct its settings");
        } else if (factory == null) {
            LOG.info("{} is not part of the run without Kura: kept, without effect", pid);
        } else {
            // reported by the configuration service; here it only counts as not ready
            watch.expect(pid, "no bundle offers " + factory, "install and start the bundle");
        }
    }
}

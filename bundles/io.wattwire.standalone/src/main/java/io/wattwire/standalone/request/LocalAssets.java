package io.wattwire.standalone.request;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.kura.asset.Asset;
import org.eclipse.kura.configuration.ConfigurationService;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** The assets that are registered in the framework now. Thread-safe. */
final class LocalAssets {
    private final BundleContext context;

    LocalAssets(BundleContext context) {
        this.context = context;
    }

    /** By name. */
    Map<String, Asset> all() {
        Map<String, Asset> all = new TreeMap<>();
        for (ServiceReference<Asset> reference : references()) {
            Object pid = reference.getProperty(ConfigurationService.KURA_SERVICE_PID);
            Asset asset = context.getService(reference);
            if (pid != null && asset != null) {
                all.put(pid.toString(), asset);
            }
        }
        return all;
    }

    private Collection<ServiceReference<Asset>> references() {
        try {
            return context.getServiceReferences(Asset.class, null);
        } catch (InvalidSyntaxException | IllegalStateException impossible) {
            return List.of(); // there is no filter; a bundle that stopped has no assets
        }
    }
}

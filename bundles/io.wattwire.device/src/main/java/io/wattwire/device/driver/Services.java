package io.wattwire.device.driver;

import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/**
 * Looks for Kura's services when they are needed, so that a driver also starts where some of them
 * are missing.
 */
public final class Services {

    private final BundleContext context;

    /**
     * Looks in a framework.
     *
     * @param context the driver's bundle, null outside a framework
     */
    public Services(BundleContext context) {
        this.context = context;
    }

    /**
     * Looks for a service.
     *
     * @param type its interface
     * @param <T> its interface
     * @return empty where there is none now
     */
    public <T> Optional<T> find(Class<T> type) {
        if (context == null) {
            return Optional.empty();
        }
        try {
            ServiceReference<T> reference = context.getServiceReference(type);
            return Optional.ofNullable(reference).map(context::getService);
        } catch (IllegalStateException bundleStopped) {
            return Optional.empty();
        }
    }
}

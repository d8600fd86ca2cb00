package io.wattwire.standalone.util;

import java.util.function.Consumer;
import org.eclipse.kura.configuration.ConfigurationService;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

/**
 * Finds services by their {@code kura.service.pid}. As in Kura a service whose properties change
 * goes and comes.
 *
 * @param <T> the type of the service
 */
public final class PidTracker<T> extends ServiceTracker<T, T> {
    private final String pid;
    private final Consumer<T> attach;
    private final Consumer<T> detach;

    /**
     * Not open yet.
     *
     * @param context the framework
     * @param type the type of the service
     * @param pid its {@code kura.service.pid}
     * @param attach gets the service when it is there
     * @param detach gets the service when it goes
     */
    public PidTracker(
            BundleContext context,
            Class<T> type,
            String pid,
            Consumer<T> attach,
            Consumer<T> detach) {
        super(context, type, null);
        this.pid = pid;
        this.attach = attach;
        this.detach = detach;
    }

    @Override
    public T addingService(ServiceReference<T> reference) {
        if (!pid.equals(reference.getProperty(ConfigurationService.KURA_SERVICE_PID))) {
            return null; // not tracked
        }
        T service = super.addingService(reference);
        attach.accept(service);
        return service;
    }

    @Override
    public void modifiedService(ServiceReference<T> reference, T service) {
        detach.accept(service);
        attach.accept(service);
    }

    @Override
    public void removedService(ServiceReference<T> reference, T service) {
        detach.accept(service);
        super.removedService(reference, service);
    }
}

package io.wattwire.publish.control;

import io.wattwire.device.driver.DeviceView;
import io.wattwire.device.driver.TableDriver;
import java.util.Optional;
import org.eclipse.kura.asset.Asset;
import org.eclipse.kura.driver.Driver;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** The assets and drivers that are registered in the framework now. Thread-safe. */
public final class KuraPlant implements Plant {

    private final BundleContext context;

    /**
     * Looks in a framework.
     *
     * @param context the bundle of whoever asks
     */
    public KuraPlant(BundleContext context) {
        this.context = context;
    }

    @Override
    public Optional<Asset> asset(String pid) {
        return find(Asset.class, pid);
    }

    @Override
    public Optional<DeviceView> device(String driverPid) {
        return find(Driver.class, driverPid)
                .filter(TableDriver.class::isInstance)
                .map(TableDriver.class::cast)
                .flatMap(TableDriver::view);
    }

    @Override
    public boolean has(String pid) {
        try {
            ServiceReference<?>[] found = context.getAllServiceReferences(null, filter(pid));
            return found != null && found.length > 0;
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalArgumentException(pid, impossible);
        } catch (IllegalStateException bundleStopped) {
            return false;
        }
    }

    private <T> Optional<T> find(Class<T> type, String pid) {
        try {
            return context.getServiceReferences(type, filter(pid)).stream()
                    .findFirst()
                    .map(context::getService);
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalArgumentException(pid, impossible);
        } catch (IllegalStateException bundleStopped) {
            return Optional.empty();
        }
    }

    /** A name from outside must not become part of the filter's language. */
    private static String filter(String pid) {
        return "(kura.service.pid=" + pid.replaceAll("([\\\\*()])", "\\\\$1") + ")";
    }
}

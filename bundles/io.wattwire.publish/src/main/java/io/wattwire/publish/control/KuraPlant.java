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

    /** Properties of the service with which a limit tells what it commands; see docs/limit.md. */
    private static final String COMMANDS = "io.wattwire.commands";

    private static final String COMMANDER = "io.wattwire.commander";

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
        return any(filter(pid)).isPresent();
    }

    @Override
    public Optional<String> commander(String holder, String channel) {
        return any("(" + COMMANDS + "=" + escaped(holder + "/" + channel) + ")")
                .map(it -> String.valueOf(it.getProperty(COMMANDER)));
    }

    private Optional<ServiceReference<?>> any(String filter) {
        try {
            ServiceReference<?>[] found = context.getAllServiceReferences(null, filter);
            return found == null || found.length == 0 ? Optional.empty() : Optional.of(found[0]);
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalArgumentException(filter, impossible);
        } catch (IllegalStateException bundleStopped) {
            return Optional.empty();
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
        return "(kura.service.pid=" + escaped(pid) + ")";
    }

    private static String escaped(String text) {
        return text.replaceAll("([\\\\*()])", "\\\\$1");
    }
}

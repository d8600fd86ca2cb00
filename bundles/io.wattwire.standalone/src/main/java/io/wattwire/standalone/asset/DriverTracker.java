package io.wattwire.standalone.asset;

import java.util.function.Consumer;
import org.eclipse.kura.configuration.ConfigurationService;
import org.eclipse.kura.driver.Driver;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

/** Finds one driver by its {@code kura.service.pid}. As in Kura a changed driver goes and comes. */
final class DriverTracker extends ServiceTracker<Driver, Driver> {
    private final String pid;
    private final Consumer<Driver> attach;
    private final Consumer<Driver> detach;

    DriverTracker(
            BundleContext context, String pid, Consumer<Driver> attach, Consumer<Driver> detach) {
        super(context, Driver.class, null);
        this.pid = pid;
        this.attach = attach;
        this.detach = detach;
    }

    @Override
    public Driver addingService(ServiceReference<Driver> reference) {
        if (!pid.equals(reference.getProperty(ConfigurationService.KURA_SERVICE_PID))) {
            return null; // not tracked
        }
        Driver driver = super.addingService(reference);
        attach.accept(driver);
        return driver;
    }

    @Override
    public void modifiedService(ServiceReference<Driver> reference, Driver driver) {
        detach.accept(driver);
        attach.accept(driver);
    }

    @Override
    public void removedService(ServiceReference<Driver> reference, Driver driver) {
        detach.accept(driver);
        super.removedService(reference, driver);
    }
}

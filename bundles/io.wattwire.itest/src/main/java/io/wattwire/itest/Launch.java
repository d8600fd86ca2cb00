package io.wattwire.itest;

import io.wattwire.device.driver.TableDriver;
import io.wattwire.device.model.DeviceFamily;
import java.nio.file.Path;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

/** The framework that this test runs in. */
final class Launch {
    private static final long SERVICE_MS = 60_000;

    private Launch() {}

    static BundleContext context() {
        return FrameworkUtil.getBundle(Launch.class).getBundleContext();
    }

    static Path graph(String name) {
        return Path.of(context().getProperty("wattwire.project")).resolve("dp/graphs/" + name);
    }

    /** A service that is there or comes soon. */
    static <T> T service(Class<T> type) {
        ServiceTracker<T, T> tracker = new ServiceTracker<>(context(), type, null);
        tracker.open();
        try {
            if (tracker.waitForService(SERVICE_MS) == null) {
                throw new AssertionError("no service " + type.getName());
            }
            ServiceReference<T> reference = tracker.getServiceReference();
            return context().getService(reference);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            tracker.close();
        }
    }

    /** The devices of a driver bundle, as the command line finds them. */
    static DeviceFamily family(String name) throws ReflectiveOperationException {
        String symbolicName = "io.wattwire.driver." + name;
        for (Bundle bundle : context().getBundles()) {
            if (bundle.getSymbolicName().equals(symbolicName)) {
                return bundle.loadClass(bundle.getHeaders().get("Wattwire-Driver"))
                        .asSubclass(TableDriver.class)
                        .getDeclaredConstructor()
                        .newInstance()
                        .family();
            }
        }
        throw new AssertionError(symbolicName + " is not in the launch");
    }
}

package io.wattwire.limit;

import java.util.Set;
import java.util.TreeSet;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.ComponentContext;

/**
 * What an asset speaks to. Several assets may use one driver, and each instance of our drivers is
 * one device; a foreign driver may stand for a whole bus, so there only the asset counts.
 */
final class Devices {

    private static final String PID = "kura.service.pid";
    private static final String DRIVER = "driver.pid";
    private static final String FACTORY = "service.factoryPid";
    private static final String OURS = "io.wattwire.";

    private final ComponentContext context;

    Devices(ComponentContext context) {
        this.context = context;
    }

    /** {@return the asset, and its driver as far as that is known and one of ours} */
    Set<String> of(String asset) {
        Set<String> names = new TreeSet<>(Set.of(asset));
        BundleContext bundles = context.getBundleContext();
        if (bundles != null) {
            Object driver = property(bundles, asset, DRIVER);
            if (driver != null && isOurs(bundles, driver.toString())) {
                names.add(driver.toString());
            }
        }
        return names;
    }

    private static boolean isOurs(BundleContext bundles, String driver) {
        Object factory = property(bundles, driver, FACTORY);
        return factory != null && factory.toString().startsWith(OURS);
    }

    private static Object property(BundleContext bundles, String pid, String name) {
        try {
            String filter = "(" + PID + "=" + escaped(pid) + ")";
            ServiceReference<?>[] found = bundles.getAllServiceReferences(null, filter);
            for (ServiceReference<?> reference :
                    found == null ? new ServiceReference<?>[0] : found) {
                Object value = reference.getProperty(name);
                if (value != null) {
                    return value;
                }
            }
            return null;
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("the name of an asset was not escaped: " + pid, e);
        }
    }

    private static String escaped(String value) {
        return value.replaceAll("([\\\\*()])", "\\\\$1");
    }
}

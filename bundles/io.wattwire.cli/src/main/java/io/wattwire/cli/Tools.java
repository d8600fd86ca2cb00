package io.wattwire.cli;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/**
 * What every command may use.
 *
 * @param catalog the devices
 * @param context the framework, or null in a test that needs none
 */
record Tools(DeviceCatalog catalog, BundleContext context) {

    /** A service of the stand-alone run; its absence is a broken build, so it is said as such. */
    <T> T service(Class<T> type) throws Failed {
        ServiceReference<T> reference = context.getServiceReference(type);
        T service = reference == null ? null : context.getService(reference);
        if (service == null) {
            throw new Failed(
                    type.getSimpleName()
                            + " is not running: a bundle did not start; run with"
                            + " WATTWIRE_LOG=DEBUG to see why, or build again");
        }
        return service;
    }
}

package io.wattwire.itest.kura;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.kura.core.configuration.metatype.Tad;
import org.eclipse.kura.driver.Driver;
import org.eclipse.kura.wire.WireComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;
import org.osgi.test.junit5.context.BundleContextExtension;
import org.osgi.test.junit5.service.ServiceExtension;
import org.osgi.util.tracker.ServiceTracker;

/**
 * What ships starts in a framework that has what every Kura has and nothing more. A package whose
 * bundle cannot resolve installs "successfully" on Kura, so ACTIVE is the only acceptance.
 */
@ExtendWith({BundleContextExtension.class, ServiceExtension.class})
class BareLaunchTest {
    @InjectBundleContext BundleContext context;

    @Test
    void theLaunchIsTheFrameworkAndScrOfKura56() {
        Bundle framework = context.getBundle(0);
        System.out.println("launch: " + framework.getSymbolicName() + " " + framework.getVersion());
        assertEquals("org.eclipse.osgi", framework.getSymbolicName());
        assertTrue(framework.getVersion().toString().startsWith("3.16.0"));
        assertTrue(bundle("org.apache.felix.scr").getVersion().toString().startsWith("2.1.16"));
    }

    @Test
    void everyBundleIsActive() {
        for (Bundle b : context.getBundles()) {
            if (b.getHeaders().get(Constants.FRAGMENT_HOST) == null) {
                assertEquals(Bundle.ACTIVE, b.getState(), b::getSymbolicName);
            }
        }
        assertTrue(Shipped.bundles(context).size() >= 5, "the launch holds what ships");
    }

    @Test
    void everyFactoryMakesItsServiceAndTakesItAway(@InjectService ConfigurationAdmin admin)
            throws Exception {
        List<String> factories = new ArrayList<>();
        for (Bundle b : Shipped.bundles(context)) {
            for (ComponentXml component : ComponentXml.of(b)) {
                if (component.provides(Driver.class) || component.provides(WireComponent.class)) {
                    factories.add(component.name());
                    comesAndGoes(admin, component);
                }
            }
        }
        assertTrue(factories.size() >= 4, "drivers and limit are there: " + factories);
    }

    private void comesAndGoes(ConfigurationAdmin admin, ComponentXml component) throws Exception {
        String pid = "bare-" + component.name();
        ServiceTracker<Object, Object> tracker =
                new ServiceTracker<>(
                        context, context.createFilter("(kura.service.pid=" + pid + ")"), null);
        tracker.open();
        Configuration configuration = admin.createFactoryConfiguration(component.name(), null);
        try {
            configuration.update(new Hashtable<>(java.util.Map.of("kura.service.pid", pid)));
            if (component.needsOtherServices()) {
                return;
            }
            Object service = tracker.waitForService(5000);
            assertNotNull(service, component.name() + " did not activate");
            if (service instanceof Driver driver) {
                List<?> descriptor =
                        assertInstanceOf(List.class, driver.getChannelDescriptor().getDescriptor());
                descriptor.forEach(tad -> assertInstanceOf(Tad.class, tad));
            }
        } finally {
            configuration.delete();
            assertNull(gone(tracker), component.name() + " stayed after its configuration went");
            tracker.close();
        }
    }

    private static ServiceReference<Object> gone(ServiceTracker<Object, Object> tracker) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (tracker.getServiceReference() != null && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        return tracker.getServiceReference();
    }

    private Bundle bundle(String name) {
        for (Bundle b : context.getBundles()) {
            if (b.getSymbolicName().equals(name)) {
                return b;
            }
        }
        throw new AssertionError(name + " is not in the launch");
    }
}

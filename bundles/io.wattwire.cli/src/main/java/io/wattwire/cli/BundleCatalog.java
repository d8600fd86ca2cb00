package io.wattwire.cli;

import io.wattwire.device.driver.TableDriver;
import io.wattwire.device.model.DeviceFamily;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The device families of every driver bundle in the framework, found by its manifest header. */
final class BundleCatalog implements DeviceCatalog {
    private static final Logger LOG = LoggerFactory.getLogger(BundleCatalog.class);
    private static final String HEADER = "Wattwire-Driver";

    private final BundleContext context;

    BundleCatalog(BundleContext context) {
        this.context = context;
    }

    @Override
    public List<DeviceFamily> families() {
        List<DeviceFamily> families = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            String header = bundle.getHeaders().get(HEADER);
            if (header == null || header.isBlank()) {
                continue;
            }
            for (String name : header.split("\\s*,\\s*")) {
                DeviceFamily family = load(bundle, name);
                // the generic driver has no table before it is configured
                if (family != null && !family.table().registers().isEmpty()) {
                    families.add(family);
                }
            }
        }
        families.sort(Comparator.comparing(DeviceFamily::name));
        return families;
    }

    /** One broken driver bundle must not hide the others. */
    private static DeviceFamily load(Bundle bundle, String name) {
        try {
            TableDriver driver =
                    bundle.loadClass(name)
                            .asSubclass(TableDriver.class)
                            .getDeclaredConstructor()
                            .newInstance();
            return driver.family();
        } catch (ReflectiveOperationException | LinkageError e) {
            LOG.warn("driver {} of {} cannot be used: {}", name, bundle.getSymbolicName(), e);
            return null;
        }
    }
}

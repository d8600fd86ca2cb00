package io.wattwire.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.junit5.context.BundleContextExtension;

/** The bundles of the stand-alone run in this framework. */
@ExtendWith(BundleContextExtension.class)
class LaunchTest {
    @InjectBundleContext BundleContext context;

    @Test
    void everyBundleIsActive() {
        Bundle framework = context.getBundle(0);
        System.out.println("launch: " + framework.getSymbolicName() + " " + framework.getVersion());
        List<String> own = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            if (bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null) {
                assertEquals(Bundle.ACTIVE, bundle.getState(), bundle::getSymbolicName);
            }
            if (bundle.getSymbolicName().startsWith("io.wattwire.")) {
                own.add(bundle.getSymbolicName());
            }
        }
        assertTrue(
                own.containsAll(
                        List.of(
                                "io.wattwire.device",
                                "io.wattwire.serial",
                                "io.wattwire.limit",
                                "io.wattwire.site",
                                "io.wattwire.driver.chint",
                                "io.wattwire.driver.sdm",
                                "io.wattwire.driver.growatt",
                                "io.wattwire.standalone",
                                "io.wattwire.simulator",
                                "io.wattwire.broker")),
                "missing in the launch, there are " + own);
    }
}

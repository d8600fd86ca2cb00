package io.wattwire.itest.kura;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** The bundles of this launch that go into a deployment package. */
final class Shipped {
    private static final Set<String> NOT_SHIPPED = Set.of("io.wattwire.itest.kura");

    private Shipped() {}

    static List<Bundle> bundles(BundleContext context) {
        return Arrays.stream(context.getBundles())
                .filter(b -> b.getSymbolicName().startsWith("io.wattwire."))
                .filter(b -> !NOT_SHIPPED.contains(b.getSymbolicName()))
                .toList();
    }
}

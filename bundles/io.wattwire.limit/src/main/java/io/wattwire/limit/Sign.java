package io.wattwire.limit;

import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Set;
import java.util.function.Consumer;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/**
 * Tells the framework what a limit commands, so that others keep their hands off it: a service with
 * the properties {@code io.wattwire.commands}, a list of {@code asset or driver/channel}, and
 * {@code io.wattwire.commander}, the limit's pid. Nobody needs a class of ours to read them, so an
 * update of the readers does not reload a limit. Thread-safe.
 */
final class Sign implements Consumer<Set<String>> {

    private static final String COMMANDS = "io.wattwire.commands";
    private static final String COMMANDER = "io.wattwire.commander";

    private final BundleContext bundles;
    private final String pid;
    private ServiceRegistration<Sign> registration;
    private Set<String> shown = Set.of();

    /**
     * @param bundles where to tell it; null for nowhere
     */
    Sign(BundleContext bundles, String pid) {
        this.bundles = bundles;
        this.pid = pid;
    }

    /** Shows these commands and no others; none takes the sign away. */
    @Override
    public synchronized void accept(Set<String> commands) {
        if (bundles == null || commands.equals(shown)) {
            return;
        }
        shown = Set.copyOf(commands);
        if (shown.isEmpty()) {
            registration.unregister();
            registration = null;
        } else if (registration == null) {
            registration = bundles.registerService(Sign.class, this, properties());
        } else {
            registration.setProperties(properties());
        }
    }

    private Dictionary<String, Object> properties() {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(COMMANDS, shown.toArray(String[]::new));
        properties.put(COMMANDER, pid);
        return properties;
    }
}

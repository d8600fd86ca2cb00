package io.wattwire.standalone.gateway;

import io.wattwire.standalone.monitor.Pending;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.eclipse.kura.configuration.ConfigurationService;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

/** Knows which configured components are there. Looking does not start any of them. */
final class StartWatch extends ServiceTracker<Object, String> {
    private final Pending pending;
    private final Set<String> present = new HashSet<>();
    private final Map<String, String> expected = new HashMap<>();

    StartWatch(BundleContext context, Pending pending) {
        super(context, filter(), null);
        this.pending = pending;
    }

    private static Filter filter() {
        try {
            return FrameworkUtil.createFilter("(" + ConfigurationService.KURA_SERVICE_PID + "=*)");
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e); // the filter is a constant
        }
    }

    /** A component shall start, or has done so already. */
    synchronized void expect(String pid, String cause, String remedy) {
        if (!present.contains(pid)) {
            expected.put(pid, cause);
            pending.missing(pid, cause, remedy);
        }
    }

    @Override
    public synchronized String addingService(ServiceReference<Object> reference) {
        String pid = String.valueOf(reference.getProperty(ConfigurationService.KURA_SERVICE_PID));
        present.add(pid);
        String cause = expected.remove(pid);
        if (cause != null) {
            pending.found(pid, cause);
        }
        return pid;
    }

    @Override
    public synchronized void removedService(ServiceReference<Object> reference, String pid) {
        present.remove(pid);
        notifyAll();
    }

    /** Waits until none of some components is there. */
    synchronized boolean awaitGone(Set<String> pids, long millis) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        for (long left = millis; left > 0; left = (end - System.nanoTime()) / 1_000_000) {
            if (pids.stream().noneMatch(present::contains)) {
                return true;
            }
            wait(left);
        }
        return pids.stream().noneMatch(present::contains);
    }

    /** Expects nothing any more. */
    synchronized void reset() {
        expected.clear();
    }
}

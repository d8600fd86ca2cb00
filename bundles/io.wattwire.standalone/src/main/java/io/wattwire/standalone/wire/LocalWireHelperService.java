package io.wattwire.standalone.wire;

import io.wattwire.standalone.monitor.Faults;
import io.wattwire.standalone.monitor.Taps;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.kura.configuration.ConfigurationService;
import org.eclipse.kura.wire.WireComponent;
import org.eclipse.kura.wire.WireEmitter;
import org.eclipse.kura.wire.WireHelperService;
import org.eclipse.kura.wire.WireReceiver;
import org.eclipse.kura.wire.WireSupport;
import org.eclipse.kura.wire.graph.Constants;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.wireadmin.Consumer;
import org.osgi.service.wireadmin.Producer;

/** Gives each wire component its support and finds components by their pids. */
@Component(service = WireHelperService.class)
public final class LocalWireHelperService implements WireHelperService {
    private static final String SERVICE_PID = org.osgi.framework.Constants.SERVICE_PID;

    private final BundleContext context;
    private final Taps taps;
    private final Faults faults;

    /**
     * In a framework.
     *
     * @param context the framework
     * @param taps see what is emitted
     * @param faults hears of wires at ports that do not exist
     */
    @Activate
    public LocalWireHelperService(
            BundleContext context, @Reference Taps taps, @Reference Faults faults) {
        this.context = context;
        this.taps = taps;
        this.faults = faults;
    }

    @Override
    public WireSupport newWireSupport(
            WireComponent component, ServiceReference<WireComponent> reference) {
        if (reference == null) {
            return null; // as in Kura
        }
        Object servicePid = reference.getProperty(SERVICE_PID);
        if (!(servicePid instanceof String)) {
            throw new IllegalArgumentException(
                    "service.pid of %s is %s, not one text; remove the property from its component"
                            .formatted(reference, servicePid));
        }
        return new LocalWireSupport(
                component,
                (String) servicePid,
                String.valueOf(reference.getProperty(ConfigurationService.KURA_SERVICE_PID)),
                count(
                        reference,
                        Constants.RECEIVER_PORT_COUNT_PROP_NAME,
                        component instanceof WireReceiver ? 1 : 0),
                count(
                        reference,
                        Constants.EMITTER_PORT_COUNT_PROP_NAME,
                        component instanceof WireEmitter ? 1 : 0),
                taps,
                faults);
    }

    /** As in Kura: a number of another type counts as absent. */
    private static int count(ServiceReference<?> reference, Constants property, int absent) {
        return reference.getProperty(property.value()) instanceof Integer count && count >= 0
                ? count
                : absent;
    }

    @Override
    public String getPid(WireComponent component) {
        return find(r -> isOf(r, component))
                .map(r -> (String) r.getProperty(ConfigurationService.KURA_SERVICE_PID))
                .orElse(null);
    }

    @Override
    public String getServicePid(String pid) {
        return find(r -> hasPid(r, pid)).map(r -> (String) r.getProperty(SERVICE_PID)).orElse(null);
    }

    @Override
    public String getServicePid(WireComponent component) {
        return find(r -> isOf(r, component))
                .map(r -> (String) r.getProperty(SERVICE_PID))
                .orElse(null);
    }

    @Override
    public boolean isEmitter(String pid) {
        return is(pid, Producer.class);
    }

    @Override
    public boolean isReceiver(String pid) {
        return is(pid, Consumer.class);
    }

    private boolean is(String pid, Class<?> role) {
        return find(r -> hasPid(r, pid)).map(r -> isA(r, role)).orElse(false);
    }

    private boolean isA(ServiceReference<WireComponent> reference, Class<?> role) {
        WireComponent component = context.getService(reference);
        boolean isA = role.isInstance(component);
        context.ungetService(reference);
        return isA;
    }

    private boolean isOf(ServiceReference<WireComponent> reference, WireComponent component) {
        boolean isOf = context.getService(reference) == component;
        context.ungetService(reference);
        return isOf;
    }

    private static boolean hasPid(ServiceReference<?> reference, String pid) {
        return pid.equals(reference.getProperty(ConfigurationService.KURA_SERVICE_PID));
    }

    private Optional<ServiceReference<WireComponent>> find(
            Predicate<ServiceReference<WireComponent>> wanted) {
        try {
            Collection<ServiceReference<WireComponent>> all =
                    context.getServiceReferences(WireComponent.class, null);
            return all.stream().filter(wanted).findFirst();
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e); // there is no filter
        }
    }
}

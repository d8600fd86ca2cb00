package io.wattwire.standalone.wire;

import io.wattwire.standalone.monitor.Faults;
import io.wattwire.standalone.monitor.Pending;
import io.wattwire.standalone.util.Properties;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.configuration.ConfigurableComponent;
import org.eclipse.kura.configuration.ConfigurationService;
import org.eclipse.kura.wire.WireComponent;
import org.eclipse.kura.wire.graph.WireGraphConfiguration;
import org.eclipse.kura.wire.graph.WireGraphService;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Keeps the wires as the property {@value #GRAPH} describes them. */
@Component(
        name = LocalWireGraphService.PID,
        service = {
            WireGraphService.class,
            ConfigurableComponent.class,
            LocalWireGraphService.class
        },
        immediate = true,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class LocalWireGraphService implements WireGraphService, ConfigurableComponent {
    /** The component's name, as in Kura. */
    public static final String PID = "org.eclipse.kura.wire.graph.WireGraphService";

    /** The property that holds the graph as JSON. */
    public static final String GRAPH = "WireGraph";

    private final ConfigurationService configurations;
    private final Pending pending;
    private final Faults faults;
    private final Wiring wiring = new Wiring();
    private final Set<String> reported = new HashSet<>();
    private volatile String text = "";

    /**
     * Without components yet.
     *
     * @param configurations knows which components are configured
     * @param pending hears of components that are missing
     * @param faults hears of broken graphs
     * @param properties {@value #GRAPH}: the graph as JSON
     */
    @Activate
    public LocalWireGraphService(
            @Reference ConfigurationService configurations,
            @Reference Pending pending,
            @Reference Faults faults,
            Map<String, Object> properties) {
        this.configurations = configurations;
        this.pending = pending;
        this.faults = faults;
        modified(properties);
    }

    /**
     * Takes over another graph; a broken one is reported and the one before stays.
     *
     * @param properties as in the constructor
     */
    @Modified
    public void modified(Map<String, Object> properties) {
        String json = new Properties(properties).text(GRAPH, "{}");
        try {
            wiring.graph(GraphJson.read(json));
            faults.clear(PID);
        } catch (IllegalArgumentException e) {
            faults.report(
                    PID,
                    "property " + GRAPH + " " + e.getMessage(),
                    "correct the graph; the one before stays in use");
        }
        text = json;
        tellMissing();
    }

    /** {@return the graph's text that was looked at last} */
    public String text() {
        return text;
    }

    /**
     * A component is there.
     *
     * @param reference its service, with its pid
     * @param component the component
     */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addComponent(ServiceReference<WireComponent> reference, WireComponent component) {
        wiring.arrived(pidOf(reference), component);
        tellMissing();
    }

    /**
     * A component goes.
     *
     * @param reference its service, with its pid
     * @param component the component
     */
    public void removeComponent(
            ServiceReference<WireComponent> reference, WireComponent component) {
        wiring.left(pidOf(reference), component);
        tellMissing();
    }

    private static String pidOf(ServiceReference<WireComponent> reference) {
        return String.valueOf(reference.getProperty(ConfigurationService.KURA_SERVICE_PID));
    }

    private synchronized void tellMissing() {
        Set<String> missing = wiring.missing();
        for (String pid : reported) {
            if (!missing.contains(pid)) {
                pending.found(PID, cause(pid));
            }
        }
        reported.retainAll(missing);
        for (String pid : missing) {
            if (reported.add(pid)) {
                pending.missing(PID, cause(pid), remedy(pid));
            }
        }
    }

    private static String cause(String pid) {
        return "component " + pid + " of the graph is not there";
    }

    private static String remedy(String pid) {
        return "add the configuration of "
                + pid
                + " to the snapshot, start its bundle, or take it out of the graph";
    }

    /** Nothing is missed by a service that is gone. */
    @Deactivate
    public synchronized void close() {
        wiring.graph(Graph.EMPTY);
        reported.forEach(pid -> pending.found(PID, cause(pid)));
        reported.clear();
    }

    @Override
    public void update(WireGraphConfiguration configuration) throws KuraException {
        new GraphEditor(configurations).update(wiring.graph(), configuration);
    }

    @Override
    public void delete() throws KuraException {
        new GraphEditor(configurations).delete(wiring.graph());
    }

    @Override
    public WireGraphConfiguration get() throws KuraException {
        return new GraphEditor(configurations).get(wiring.graph());
    }
}

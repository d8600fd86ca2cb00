package io.wattwire.device.wire;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.kura.configuration.ConfigurableComponent;
import org.eclipse.kura.configuration.ConfigurationService;
import org.eclipse.kura.type.TypedValue;
import org.eclipse.kura.wire.WireComponent;
import org.eclipse.kura.wire.WireEnvelope;
import org.eclipse.kura.wire.WireHelperService;
import org.eclipse.kura.wire.WireRecord;
import org.eclipse.kura.wire.WireSupport;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.wireadmin.Wire;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A component in Kura's wire graph: has its name there, and hands on to Kura's support what the
 * graph says of wires. What of it the graph uses, a subclass tells by the interfaces that it
 * declares: {@code WireEmitter}, {@code WireReceiver} or both. Thread-safe.
 */
public abstract class WiredComponent implements ConfigurableComponent, WireComponent {

    private final Logger log = LoggerFactory.getLogger(getClass());
    private final WireHelperService wireHelper;
    private volatile WireSupport wires;
    private volatile String pid;

    /**
     * A component that is in no graph yet.
     *
     * @param wireHelper Kura's service that connects components with wires
     * @param nameless what it is called where a configuration names it not
     */
    protected WiredComponent(WireHelperService wireHelper, String nameless) {
        this.wireHelper = Objects.requireNonNull(wireHelper, "wireHelper");
        this.pid = nameless;
    }

    /**
     * Enters the graph; the first thing that an activated component does.
     *
     * @param context of this component
     * @param properties the configuration, unchecked
     */
    @SuppressWarnings("unchecked") // a component context does not know what it registers
    protected final void enter(ComponentContext context, Map<String, Object> properties) {
        Object named = properties.get(ConfigurationService.KURA_SERVICE_PID);
        if (named != null) {
            pid = String.valueOf(named);
        }
        wires =
                wireHelper.newWireSupport(
                        this, (ServiceReference<WireComponent>) context.getServiceReference());
    }

    /** {@return the component's {@code kura.service.pid}, for names and logs} */
    protected final String pid() {
        return pid;
    }

    /** {@return what Kura wires the component with; null before it has entered a graph} */
    protected final WireSupport wires() {
        return wires;
    }

    /**
     * Sends one record to every connected receiver, and returns when all have taken it.
     *
     * @param properties of the record
     */
    protected final void emit(Map<String, TypedValue<?>> properties) {
        wires.emit(List.of(new WireRecord(properties)));
    }

    /**
     * Takes an envelope, on the thread of its emitter: never waits. What it throws is logged.
     *
     * @param envelope not null
     */
    protected void receive(WireEnvelope envelope) {
        // for those that only emit
    }

    /**
     * Takes an envelope. Kura would swallow what is thrown here without a log line, so nothing is.
     *
     * @param envelope not null
     */
    public final void onWireReceive(WireEnvelope envelope) {
        try {
            receive(envelope);
        } catch (RuntimeException e) {
            log.error("{}: an envelope could not be read", pid, e);
        }
    }

    /**
     * Hands on which wires lead away.
     *
     * @param connected null for none
     */
    public void consumersConnected(Wire[] connected) {
        wires.consumersConnected(connected);
    }

    /**
     * Hands on which wires lead here.
     *
     * @param connected null for none
     */
    public void producersConnected(Wire[] connected) {
        wires.producersConnected(connected);
    }

    /**
     * Hands on that somebody asks for the newest value.
     *
     * @param wire that leads to who asks
     * @return the newest value; null for none
     */
    public Object polled(Wire wire) {
        return wires.polled(wire);
    }

    /**
     * Hands on what a wire brings.
     *
     * @param wire that it comes by
     * @param value an envelope
     */
    public void updated(Wire wire, Object value) {
        wires.updated(wire, value);
    }
}

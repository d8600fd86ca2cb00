package io.wattwire.standalone.component;

import org.eclipse.kura.wire.WireComponent;
import org.eclipse.kura.wire.WireHelperService;
import org.eclipse.kura.wire.WireSupport;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.wireadmin.Wire;

/** What every wire component hands on to its support. */
public abstract class Wired implements WireComponent {
    /** Emits and receives for this component. */
    protected final WireSupport wires;

    /**
     * With ports.
     *
     * @param helper makes the support
     * @param context knows the component's own service, with its numbers of ports
     */
    @SuppressWarnings("unchecked") // each component is registered as a WireComponent
    protected Wired(WireHelperService helper, ComponentContext context) {
        this.wires =
                helper.newWireSupport(
                        this, (ServiceReference<WireComponent>) context.getServiceReference());
    }

    /**
     * The outgoing wires changed.
     *
     * @param connected the wires, or null
     */
    public void consumersConnected(Wire[] connected) {
        wires.consumersConnected(connected);
    }

    /**
     * Somebody asks for the last envelope.
     *
     * @param wire where
     * @return the envelope, or null
     */
    public Object polled(Wire wire) {
        return wires.polled(wire);
    }

    /**
     * The incoming wires changed.
     *
     * @param connected the wires, or null
     */
    public void producersConnected(Wire[] connected) {
        wires.producersConnected(connected);
    }

    /**
     * An envelope arrives.
     *
     * @param wire where
     * @param value the envelope
     */
    public void updated(Wire wire, Object value) {
        wires.updated(wire, value);
    }
}

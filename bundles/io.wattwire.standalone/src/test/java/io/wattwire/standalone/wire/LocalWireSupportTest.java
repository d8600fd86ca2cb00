package io.wattwire.standalone.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.standalone.monitor.Faults;
import io.wattwire.standalone.monitor.Taps;
import io.wattwire.standalone.testing.FakeComponents;
import io.wattwire.standalone.wire.Graph.Edge;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.kura.type.TypedValues;
import org.eclipse.kura.wire.WireComponent;
import org.eclipse.kura.wire.WireEmitter;
import org.eclipse.kura.wire.WireEnvelope;
import org.eclipse.kura.wire.WireReceiver;
import org.eclipse.kura.wire.WireRecord;
import org.eclipse.kura.wire.graph.MultiportWireSupport;
import org.eclipse.kura.wire.multiport.MultiportWireReceiver;
import org.junit.jupiter.api.Test;
import org.osgi.framework.ServiceReference;
import org.osgi.service.wireadmin.Wire;

class LocalWireSupportTest {
    private static final List<WireRecord> RECORDS =
            List.of(new WireRecord(Map.of("x", TypedValues.newLongValue(1))));

    private final Taps taps = new Taps();
    private final Faults faults = new Faults();
    private final List<String> tapped = new ArrayList<>();

    @SuppressWarnings("unchecked")
    private MultiportWireSupport support(WireComponent component, Map<String, Object> properties) {
        taps.add((pid, port, envelope) -> tapped.add(pid + ":" + port));
        return (MultiportWireSupport)
                new LocalWireHelperService(null, taps, faults)
                        .newWireSupport(
                                component,
                                (ServiceReference<WireComponent>)
                                        FakeComponents.context(properties).getServiceReference());
    }

    private static Map<String, Object> properties(int inputs, int outputs) {
        return Map.of(
                "service.pid",
                "acme.Limit-1",
                "kura.service.pid",
                "limit",
                "receiver.port.count",
                inputs,
                "emitter.port.count",
                outputs);
    }

    /** A receiver with several ports that emits, too. */
    private static class Multiport implements MultiportWireReceiver, WireEmitter {
        MultiportWireSupport support;

        @Override
        public void consumersConnected(Wire[] wires) {
            support.consumersConnected(wires);
        }

        @Override
        public Object polled(Wire wire) {
            return support.polled(wire);
        }

        @Override
        public void producersConnected(Wire[] wires) {
            support.producersConnected(wires);
        }

        @Override
        public void updated(Wire wire, Object value) {
            support.updated(wire, value);
        }
    }

    /** A receiver with one port. */
    private static final class Single extends Multiport implements WireReceiver {
        final List<WireEnvelope> received = new ArrayList<>();

        @Override
        public void onWireReceive(WireEnvelope envelope) {
            received.add(envelope);
        }
    }

    @Test
    void portsAreAsManyAsTheConfigurationSays() {
        MultiportWireSupport support = support(new Multiport(), properties(3, 2));

        assertEquals(3, support.getReceiverPorts().size());
        assertEquals(2, support.getEmitterPorts().size());
    }

    @Test
    void withoutCountsAnEmitterHasOnePortAndAMultiportReceiverNone() {
        MultiportWireSupport support =
                support(new Multiport(), Map.of("service.pid", "p", "kura.service.pid", "limit"));

        assertEquals(1, support.getEmitterPorts().size());
        assertEquals(0, support.getReceiverPorts().size());
    }

    @Test
    void aServicePidThatIsAListIsRefusedAsInKura() {
        assertThrows(
                IllegalArgumentException.class,
                () -> support(new Multiport(), Map.of("service.pid", List.of("a", "b"))));
    }

    @Test
    void anEnvelopeNamesTheServicePidAndLeavesOnItsPort() {
        Multiport emitter = new Multiport();
        emitter.support = support(emitter, properties(0, 2));
        Single receiver = new Single();
        receiver.support = support(receiver, properties(1, 0));
        Wiring wiring = new Wiring();
        wiring.arrived("limit", emitter);
        wiring.arrived("control", receiver);
        wiring.graph(new Graph(List.of(), List.of(new Edge("limit", 1, "control", 0))));

        WireEnvelope envelope = emitter.support.createWireEnvelope(RECORDS);
        emitter.support.getEmitterPorts().get(0).emit(envelope);
        emitter.support.getEmitterPorts().get(1).emit(envelope);

        assertEquals(List.of(envelope), receiver.received);
        assertEquals("acme.Limit-1", receiver.received.get(0).getEmitterPid());
        assertEquals("limit:0", tapped.get(0), "also a port without wires is seen");
        assertTrue(tapped.contains("limit:1"));
    }

    @Test
    void emitWithoutPortLeavesOnAllPorts() {
        Multiport emitter = new Multiport();
        emitter.support = support(emitter, properties(0, 2));

        emitter.support.emit(RECORDS);

        assertEquals(List.of("limit:0", "limit:1"), tapped);
    }

    @Test
    void aMultiportReceiverKnowsThePort() {
        Multiport emitter = new Multiport();
        emitter.support = support(emitter, properties(0, 1));
        Multiport receiver = new Multiport();
        receiver.support = support(receiver, properties(2, 0));
        List<String> received = new ArrayList<>();
        receiver.support.getReceiverPorts().get(0).onWireReceive(e -> received.add("0"));
        receiver.support.getReceiverPorts().get(1).onWireReceive(e -> received.add("1"));
        Wiring wiring = new Wiring();
        wiring.arrived("a", emitter);
        wiring.arrived("b", receiver);
        wiring.graph(new Graph(List.of(), List.of(new Edge("a", 0, "b", 1))));

        emitter.support.emit(RECORDS);

        assertEquals(List.of("1"), received);
        assertEquals(1, receiver.support.getReceiverPorts().get(1).listConnectedWires().size());
    }

    @Test
    void aWireAtAPortThatDoesNotExistIsAFaultWithRemedy() {
        Multiport emitter = new Multiport();
        emitter.support = support(emitter, properties(0, 1));
        Single receiver = new Single();
        receiver.support = support(receiver, properties(1, 0));
        Wiring wiring = new Wiring();
        wiring.arrived("limit", emitter);
        wiring.arrived("control", receiver);

        wiring.graph(new Graph(List.of(), List.of(new Edge("limit", 1, "control", 0))));

        assertEquals(
                "limit: a wire is at emitter.port 1, there are 1 ports; set emitter.port.count of limit to at least 2",
                faults.list().get(0).toString());
    }
}

package io.wattwire.standalone.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.standalone.wire.Graph.Edge;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.kura.wire.WireComponent;
import org.junit.jupiter.api.Test;
import org.osgi.service.wireadmin.Consumer;
import org.osgi.service.wireadmin.Producer;
import org.osgi.service.wireadmin.Wire;

class WiringTest {
    private final Wiring wiring = new Wiring();
    private final Node timer = new Node();
    private final Node meter = new Node();
    private final Node logger = new Node();

    /** A component that remembers what it was told. */
    private static class Node implements WireComponent, Producer, Consumer {
        final List<Object> received = new ArrayList<>();
        Wire[] out = {};
        Wire[] in = {};
        int told;
        Throwable failure;

        @Override
        public void consumersConnected(Wire[] wires) {
            out = wires;
            told++;
        }

        @Override
        public void producersConnected(Wire[] wires) {
            in = wires;
            told++;
        }

        @Override
        public Object polled(Wire wire) {
            return "polled";
        }

        @Override
        public void updated(Wire wire, Object value) {
            received.add(value);
            if (failure instanceof Error error) {
                throw error;
            } else if (failure instanceof RuntimeException exception) {
                throw exception;
            }
        }

        void emit(Object value) {
            for (Wire wire : out) {
                wire.update(value);
            }
        }
    }

    private static Graph graph(Edge... edges) {
        return new Graph(List.of(), List.of(edges));
    }

    @Test
    void aWireExistsOnceBothItsEndsAreThere() {
        wiring.graph(graph(new Edge("timer", 0, "meter", 0)));
        wiring.arrived("timer", timer);
        assertEquals(Set.of("meter"), wiring.missing());
        assertEquals(0, timer.told);

        wiring.arrived("meter", meter);
        timer.emit("tick");

        assertTrue(wiring.missing().isEmpty());
        assertEquals(List.of("tick"), meter.received);
        assertSame(timer.out[0], meter.in[0]);
    }

    @Test
    void aWireTellsItsPortsAndEnds() {
        wiring.arrived("timer", timer);
        wiring.arrived("meter", meter);
        wiring.graph(graph(new Edge("timer", 2, "meter", 1)));

        Wire wire = timer.out[0];
        assertEquals(2, wire.getProperties().get("emitter.port"));
        assertEquals(1, wire.getProperties().get("receiver.port"));
        assertEquals("timer", wire.getProperties().get("emitter.kura.service.pid"));
        assertEquals("meter", wire.getProperties().get("receiver.kura.service.pid"));
        assertEquals("polled", wire.poll());
    }

    @Test
    void anErrorInOneReceiverDoesNotStopTheOthers() {
        wiring.graph(graph(new Edge("timer", 0, "meter", 0), new Edge("timer", 0, "logger", 0)));
        wiring.arrived("timer", timer);
        wiring.arrived("meter", meter);
        wiring.arrived("logger", logger);
        meter.failure = new NoSuchMethodError("an older engine");

        timer.emit("one");
        meter.failure = new IllegalStateException();
        timer.emit("two");

        assertEquals(List.of("one", "two"), meter.received);
        assertEquals(List.of("one", "two"), logger.received);
    }

    @Test
    void nothingIsDeliveredOnAWireThatIsGone() {
        wiring.graph(graph(new Edge("timer", 0, "meter", 0)));
        wiring.arrived("timer", timer);
        wiring.arrived("meter", meter);
        Wire old = timer.out[0];

        wiring.left("meter", meter);
        old.update("late");

        assertTrue(meter.received.isEmpty());
        assertNull(timer.out, "no wire is told as null, as the specification wants");
        assertEquals(false, old.isValid());
    }

    @Test
    void anotherGraphKeepsTheWiresThatStay() {
        wiring.arrived("timer", timer);
        wiring.arrived("meter", meter);
        wiring.arrived("logger", logger);
        wiring.graph(graph(new Edge("timer", 0, "meter", 0)));
        Wire kept = meter.in[0];
        int told = meter.told;

        wiring.graph(graph(new Edge("timer", 0, "meter", 0), new Edge("timer", 0, "logger", 0)));

        assertSame(kept, timer.out[0]);
        assertEquals(told, meter.told, "whose wires stay hears nothing");
        assertEquals(2, timer.out.length);
    }

    @Test
    void aNewInstanceUnderTheSamePidGetsTheWires() {
        wiring.graph(graph(new Edge("timer", 0, "meter", 0)));
        wiring.arrived("timer", timer);
        wiring.arrived("meter", meter);
        Node next = new Node();

        wiring.arrived("meter", next);
        wiring.left("meter", meter); // the old one goes after the new one came
        timer.emit("tick");

        assertEquals(List.of("tick"), next.received);
        assertTrue(meter.received.isEmpty());
    }

    @Test
    void aComponentThatRefusesItsWiresDoesNotStopTheOthers() {
        Node broken =
                new Node() {
                    @Override
                    public void producersConnected(Wire[] wires) {
                        throw new IllegalStateException("no");
                    }
                };
        wiring.arrived("timer", timer);
        wiring.arrived("meter", broken);
        wiring.arrived("logger", logger);

        wiring.graph(graph(new Edge("timer", 0, "meter", 0), new Edge("timer", 0, "logger", 0)));

        assertEquals(1, logger.in.length);
        assertEquals(2, timer.out.length);
    }
}

package io.wattwire.standalone.wire;

import io.wattwire.standalone.monitor.Taps;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.kura.wire.WireEnvelope;
import org.eclipse.kura.wire.graph.EmitterPort;
import org.eclipse.kura.wire.graph.Port;
import org.eclipse.kura.wire.graph.ReceiverPort;
import org.osgi.service.wireadmin.Wire;

/** The ports of a wire component. */
final class Ports {
    private Ports() {}

    abstract static class Base implements Port {
        private volatile List<Wire> wires = List.of();

        void connect(List<Wire> connected) {
            wires = List.copyOf(connected);
        }

        @Override
        public List<Wire> listConnectedWires() {
            return wires;
        }
    }

    static final class Output extends Base implements EmitterPort {
        private final String pid;
        private final int number;
        private final Taps taps;

        Output(String pid, int number, Taps taps) {
            this.pid = pid;
            this.number = number;
            this.taps = taps;
        }

        @Override
        public void emit(WireEnvelope envelope) {
            taps.emitted(pid, number, envelope);
            for (Wire wire : listConnectedWires()) {
                wire.update(envelope);
            }
        }
    }

    static final class Input extends Base implements ReceiverPort {
        private volatile Consumer<WireEnvelope> consumer = envelope -> {};

        @Override
        public void onWireReceive(Consumer<WireEnvelope> receiver) {
            consumer = receiver;
        }

        void receive(WireEnvelope envelope) {
            consumer.accept(envelope);
        }
    }
}

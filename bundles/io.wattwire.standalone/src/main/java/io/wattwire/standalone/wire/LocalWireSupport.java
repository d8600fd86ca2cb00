package io.wattwire.standalone.wire;

import io.wattwire.standalone.monitor.Faults;
import io.wattwire.standalone.monitor.Taps;
import io.wattwire.standalone.wire.Ports.Base;
import io.wattwire.standalone.wire.Ports.Input;
import io.wattwire.standalone.wire.Ports.Output;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.eclipse.kura.wire.WireComponent;
import org.eclipse.kura.wire.WireEnvelope;
import org.eclipse.kura.wire.WireReceiver;
import org.eclipse.kura.wire.WireRecord;
import org.eclipse.kura.wire.graph.Constants;
import org.eclipse.kura.wire.graph.EmitterPort;
import org.eclipse.kura.wire.graph.MultiportWireSupport;
import org.eclipse.kura.wire.graph.ReceiverPort;
import org.osgi.service.wireadmin.Wire;

/**
 * What a wire component delegates to. Thread-safe; no lock is held while an envelope travels, since
 * a slow receiver would otherwise hold up whoever changes the graph.
 */
final class LocalWireSupport implements MultiportWireSupport {
    private final WireComponent component;
    private final String servicePid;
    private final String kuraPid;
    private final Faults faults;
    private final List<Input> inputs;
    private final List<Output> outputs;
    private volatile Map<Wire, Input> inputByWire = Map.of();

    LocalWireSupport(
            WireComponent component,
            String servicePid,
            String kuraPid,
            int inputCount,
            int outputCount,
            Taps taps,
            Faults faults) {
        this.component = component;
        this.servicePid = servicePid;
        this.kuraPid = kuraPid;
        this.faults = faults;
        this.inputs = IntStream.range(0, inputCount).mapToObj(i -> new Input()).toList();
        this.outputs =
                IntStream.range(0, outputCount)
                        .mapToObj(i -> new Output(kuraPid, i, taps))
                        .toList();
    }

    @Override
    public void consumersConnected(Wire[] wires) {
        String property = Constants.WIRE_EMITTER_PORT_PROP_NAME.value();
        assign(wires, outputs, property, Constants.EMITTER_PORT_COUNT_PROP_NAME.value());
    }

    @Override
    public void producersConnected(Wire[] wires) {
        String property = Constants.WIRE_RECEIVER_PORT_PROP_NAME.value();
        inputByWire =
                assign(wires, inputs, property, Constants.RECEIVER_PORT_COUNT_PROP_NAME.value());
    }

    /** Gives each wire to its port; tells of wires whose port does not exist. */
    private <P extends Base> Map<Wire, P> assign(
            Wire[] wires, List<P> ports, String portProperty, String countProperty) {
        Map<Wire, P> portByWire = new HashMap<>();
        Map<P, List<Wire>> wiresByPort = new HashMap<>();
        for (Wire wire : wires == null ? new Wire[0] : wires) {
            int number = (Integer) wire.getProperties().get(portProperty);
            if (number >= ports.size()) {
                faults.report(
                        kuraPid,
                        "a wire is at %s %d, there are %d ports"
                                .formatted(portProperty, number, ports.size()),
                        "set %s of %s to at least %d"
                                .formatted(countProperty, kuraPid, number + 1));
                continue;
            }
            portByWire.put(wire, ports.get(number));
            wiresByPort.computeIfAbsent(ports.get(number), p -> new ArrayList<>()).add(wire);
        }
        for (P port : ports) {
            port.connect(wiresByPort.getOrDefault(port, List.of()));
        }
        return portByWire;
    }

    @Override
    public void emit(List<WireRecord> records) {
        WireEnvelope envelope = createWireEnvelope(records);
        for (Output output : outputs) {
            output.emit(envelope);
        }
    }

    @Override
    public WireEnvelope createWireEnvelope(List<WireRecord> records) {
        return new WireEnvelope(servicePid, Objects.requireNonNull(records, "records"));
    }

    @Override
    public void updated(Wire wire, Object value) {
        if (!(value instanceof WireEnvelope envelope)) {
            return; // nobody but Kura's wires ends here
        }
        if (component instanceof WireReceiver receiver) {
            receiver.onWireReceive(envelope);
            return;
        }
        Input input = inputByWire.get(wire);
        if (input != null) {
            input.receive(envelope);
        }
    }

    @Override
    public Object polled(Wire wire) {
        return wire.getLastValue();
    }

    @Override
    public List<EmitterPort> getEmitterPorts() {
        return List.copyOf(outputs);
    }

    @Override
    public List<ReceiverPort> getReceiverPorts() {
        return List.copyOf(inputs);
    }
}

package io.wattwire.limit;

import java.util.List;
import java.util.Map;
import org.eclipse.kura.type.TypedValue;
import org.eclipse.kura.wire.WireRecord;
import org.eclipse.kura.wire.graph.EmitterPort;
import org.eclipse.kura.wire.graph.MultiportWireSupport;

/** The output ports of the component in Kura's graph: status, then one for each inverter. */
final class WirePorts implements Ports {

    private static final int STATUS = 0;

    private final MultiportWireSupport wires;

    WirePorts(MultiportWireSupport wires) {
        this.wires = wires;
    }

    @Override
    public void device(int port, Map<String, TypedValue<?>> command) {
        emit(port, command);
    }

    @Override
    public void status(Map<String, TypedValue<?>> status) {
        emit(STATUS, status);
    }

    private void emit(int port, Map<String, TypedValue<?>> values) {
        List<EmitterPort> ports = wires.getEmitterPorts();
        if (port >= ports.size()) {
            throw new IllegalStateException(
                    "the limit has "
                            + ports.size()
                            + " output ports and needs one for the status and one for each"
                            + " inverter and a commanded battery: set emitter.port.count to "
                            + (port + 1)
                            + " or more and apply the graph again");
        }
        ports.get(port).emit(wires.createWireEnvelope(List.of(new WireRecord(values))));
    }
}

package io.wattwire.limit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.eclipse.kura.type.TypedValue;
import org.eclipse.kura.type.TypedValues;
import org.eclipse.kura.wire.WireEnvelope;
import org.eclipse.kura.wire.WireRecord;
import org.eclipse.kura.wire.graph.EmitterPort;
import org.eclipse.kura.wire.graph.MultiportWireSupport;
import org.eclipse.kura.wire.graph.ReceiverPort;
import org.osgi.service.wireadmin.Wire;

/** The wires of a component under test: what it emits is kept, per port. */
final class Wires implements MultiportWireSupport {

    final BlockingQueue<Map<String, TypedValue<?>>> status = new LinkedBlockingQueue<>();
    final BlockingQueue<Map<String, TypedValue<?>>> inverter = new LinkedBlockingQueue<>();
    final BlockingQueue<Map<String, TypedValue<?>>> inverter2 = new LinkedBlockingQueue<>();
    volatile Consumer<Map<String, TypedValue<?>>> onInverter = command -> {};
    volatile int ports = 2;

    static WireEnvelope envelope(String asset, Object... values) {
        Map<String, TypedValue<?>> properties = new HashMap<>();
        properties.put("assetName", TypedValues.newStringValue(asset));
        for (int i = 0; i < values.length; i += 2) {
            properties.put((String) values[i], TypedValues.newTypedValue(values[i + 1]));
        }
        return new WireEnvelope("emitter", List.of(new WireRecord(properties)));
    }

    static double limit(Map<String, TypedValue<?>> command) {
        return (Double) command.get("inverter_power_limit").getValue();
    }

    @Override
    public List<EmitterPort> getEmitterPorts() {
        List<EmitterPort> all = new ArrayList<>();
        all.add(new Port(status, values -> {}));
        all.add(new Port(inverter, values -> onInverter.accept(values)));
        all.add(new Port(inverter2, values -> {}));
        return all.subList(0, ports);
    }

    private record Port(
            BlockingQueue<Map<String, TypedValue<?>>> kept,
            Consumer<Map<String, TypedValue<?>>> then)
            implements EmitterPort {
        @Override
        public void emit(WireEnvelope envelope) {
            Map<String, TypedValue<?>> values = envelope.getRecords().get(0).getProperties();
            then.accept(values);
            kept.add(values);
        }

        @Override
        public List<Wire> listConnectedWires() {
            return List.of();
        }
    }

    @Override
    public WireEnvelope createWireEnvelope(List<WireRecord> records) {
        return new WireEnvelope("limit", records);
    }

    @Override
    public List<ReceiverPort> getReceiverPorts() {
        return List.of();
    }

    @Override
    public void emit(List<WireRecord> records) {
        throw new AssertionError("a component with two ports emits through one of them");
    }

    @Override
    public void producersConnected(Wire[] wires) {}

    @Override
    public void consumersConnected(Wire[] wires) {}

    @Override
    public void updated(Wire wire, Object value) {}

    @Override
    public Object polled(Wire wire) {
        return null;
    }
}

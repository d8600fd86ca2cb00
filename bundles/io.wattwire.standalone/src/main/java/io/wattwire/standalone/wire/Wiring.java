package io.wattwire.standalone.wire;

import io.wattwire.standalone.wire.Graph.Edge;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.kura.wire.WireComponent;
import org.osgi.service.wireadmin.Consumer;
import org.osgi.service.wireadmin.Producer;
import org.osgi.service.wireadmin.Wire;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Joins the components that are there with the wires that the graph asks for, and tells components
 * when their wires change, as OSGi's Wire Admin does. Wires between components that stay are kept.
 */
final class Wiring {
    private static final Logger LOG = LoggerFactory.getLogger(Wiring.class);

    private final Map<String, WireComponent> components = new HashMap<>();
    private Map<Edge, LocalWire> wires = new LinkedHashMap<>();
    private Graph graph = Graph.EMPTY;

    synchronized void graph(Graph wanted) {
        graph = wanted;
        connect(Set.of());
    }

    synchronized Graph graph() {
        return graph;
    }

    synchronized void arrived(String pid, WireComponent component) {
        components.put(pid, component);
        connect(Set.of(pid));
    }

    /** It went, unless another took its place. */
    synchronized void left(String pid, WireComponent component) {
        if (components.remove(pid, component)) {
            connect(Set.of());
        }
    }

    /** The components that the graph names and that are not there. */
    synchronized Set<String> missing() {
        Set<String> missing = new HashSet<>(graph.pids());
        missing.removeAll(components.keySet());
        return missing;
    }

    private void connect(Set<String> newcomers) {
        Map<Edge, LocalWire> wanted = new LinkedHashMap<>();
        for (Edge edge : graph.edges()) {
            if (components.get(edge.emitter()) instanceof Producer producer
                    && components.get(edge.receiver()) instanceof Consumer consumer) {
                LocalWire old = wires.get(edge);
                wanted.put(
                        edge,
                        old != null && old.joins(producer, consumer)
                                ? old
                                : new LocalWire(edge, producer, consumer));
            }
        }
        Map<Edge, LocalWire> before = wires;
        wires = wanted;
        before.values().stream()
                .filter(wire -> !wanted.containsValue(wire))
                .forEach(LocalWire::disconnect);
        // receivers first: an emitter may use a new wire at once
        tell(before, newcomers, Edge::receiver, Consumer.class, Consumer::producersConnected);
        tell(before, newcomers, Edge::emitter, Producer.class, Producer::consumersConnected);
    }

    private interface Callback<T> {
        void call(T component, Wire[] wires);
    }

    private <T> void tell(
            Map<Edge, LocalWire> before,
            Set<String> newcomers,
            Function<Edge, String> end,
            Class<T> role,
            Callback<T> callback) {
        for (Map.Entry<String, WireComponent> each : components.entrySet()) {
            String pid = each.getKey();
            List<LocalWire> now = wiresOf(wires, pid, end);
            boolean changed =
                    newcomers.contains(pid)
                            ? !now.isEmpty()
                            : !now.equals(wiresOf(before, pid, end));
            if (changed && role.isInstance(each.getValue())) {
                call(pid, callback, role.cast(each.getValue()), now);
            }
        }
    }

    private static List<LocalWire> wiresOf(
            Map<Edge, LocalWire> of, String pid, Function<Edge, String> end) {
        return of.entrySet().stream()
                .filter(entry -> end.apply(entry.getKey()).equals(pid))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static <T> void call(
            String pid, Callback<T> callback, T component, List<LocalWire> wires) {
        try {
            // the specification wants null where there is none
            callback.call(component, wires.isEmpty() ? null : wires.toArray(new Wire[0]));
        } catch (RuntimeException | Error e) { // one component must not stop the others
            LOG.error("{} refuses its wires", pid, e);
        }
    }
}

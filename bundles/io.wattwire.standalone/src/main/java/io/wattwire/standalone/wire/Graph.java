package io.wattwire.standalone.wire;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A graph of wire components, by {@code kura.service.pid}.
 *
 * @param nodes the components
 * @param edges the wires
 */
record Graph(List<Node> nodes, List<Edge> edges) {
    static final Graph EMPTY = new Graph(List.of(), List.of());

    /** A component with its numbers of ports. */
    record Node(String pid, int inputs, int outputs) {}

    /** A wire from an output port to an input port, both from 0. */
    record Edge(String emitter, int emitterPort, String receiver, int receiverPort) {}

    Graph {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    /** Every component that the graph names, also those that only a wire names. */
    Set<String> pids() {
        Set<String> pids = new LinkedHashSet<>();
        nodes.forEach(node -> pids.add(node.pid()));
        for (Edge edge : edges) {
            pids.add(edge.emitter());
            pids.add(edge.receiver());
        }
        return pids;
    }
}

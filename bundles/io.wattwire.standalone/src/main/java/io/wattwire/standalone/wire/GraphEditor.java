package io.wattwire.standalone.wire;

import static org.osgi.service.cm.ConfigurationAdmin.SERVICE_FACTORYPID;

import io.wattwire.standalone.wire.Graph.Edge;
import io.wattwire.standalone.wire.Graph.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.kura.KuraErrorCode;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.configuration.ComponentConfiguration;
import org.eclipse.kura.configuration.ConfigurationService;
import org.eclipse.kura.wire.graph.Constants;
import org.eclipse.kura.wire.graph.MultiportWireConfiguration;
import org.eclipse.kura.wire.graph.WireComponentConfiguration;
import org.eclipse.kura.wire.graph.WireGraphConfiguration;

/**
 * Turns a graph with the configurations of its components into configuration, and back. As in Kura
 * an asset that leaves the graph stays configured, other components are deleted.
 */
final class GraphEditor {
    private static final String ASSET = "org.eclipse.kura.wire.WireAsset";
    private static final String INPUTS = "inputPortCount";
    private static final String OUTPUTS = "outputPortCount";

    private final ConfigurationService configurations;

    GraphEditor(ConfigurationService configurations) {
        this.configurations = configurations;
    }

    void update(Graph before, WireGraphConfiguration wanted) throws KuraException {
        Graph graph = toGraph(wanted);
        Set<String> kept = graph.nodes().stream().map(Node::pid).collect(Collectors.toSet());
        for (Node node : before.nodes()) {
            if (!kept.contains(node.pid())) {
                deleteUnlessAsset(node.pid());
            }
        }
        for (WireComponentConfiguration component : wanted.getWireComponentConfigurations()) {
            apply(component.getConfiguration(), node(component));
        }
        configurations.updateConfiguration(
                LocalWireGraphService.PID,
                Map.of(LocalWireGraphService.GRAPH, GraphJson.write(graph)),
                true);
    }

    void delete(Graph before) throws KuraException {
        update(before, new WireGraphConfiguration(List.of(), List.of()));
    }

    private void deleteUnlessAsset(String pid) throws KuraException {
        ComponentConfiguration old = configurations.getComponentConfiguration(pid);
        if (old != null
                && !ASSET.equals(old.getConfigurationProperties().get(SERVICE_FACTORYPID))) {
            configurations.deleteFactoryConfiguration(pid, false);
        }
    }

    private void apply(ComponentConfiguration configuration, Node node) throws KuraException {
        Map<String, Object> properties = new HashMap<>();
        if (configuration.getConfigurationProperties() != null) {
            properties.putAll(configuration.getConfigurationProperties());
        }
        properties.put(Constants.RECEIVER_PORT_COUNT_PROP_NAME.value(), node.inputs());
        properties.put(Constants.EMITTER_PORT_COUNT_PROP_NAME.value(), node.outputs());
        Object factoryPid = properties.remove(SERVICE_FACTORYPID);
        if (configurations.getConfigurableComponentPids().contains(node.pid())) {
            configurations.updateConfiguration(node.pid(), properties, false);
        } else if (factoryPid == null) {
            throw new KuraException(
                    KuraErrorCode.INVALID_PARAMETER,
                    node.pid() + " is new and has no " + SERVICE_FACTORYPID + "; add it");
        } else {
            configurations.createFactoryConfiguration(
                    factoryPid.toString(), node.pid(), properties, false);
        }
    }

    private static Graph toGraph(WireGraphConfiguration configuration) {
        return new Graph(
                configuration.getWireComponentConfigurations().stream()
                        .map(GraphEditor::node)
                        .toList(),
                configuration.getWireConfigurations().stream().map(GraphEditor::edge).toList());
    }

    private static Node node(WireComponentConfiguration component) {
        return new Node(
                component.getConfiguration().getPid(),
                count(component.getProperties(), INPUTS),
                count(component.getProperties(), OUTPUTS));
    }

    private static int count(Map<String, Object> properties, String name) {
        return properties != null && properties.get(name) instanceof Integer count ? count : 0;
    }

    private static Edge edge(MultiportWireConfiguration wire) {
        return new Edge(
                wire.getEmitterPid(),
                wire.getEmitterPort(),
                wire.getReceiverPid(),
                wire.getReceiverPort());
    }

    WireGraphConfiguration get(Graph graph) throws KuraException {
        List<WireComponentConfiguration> components = new ArrayList<>();
        for (Node node : graph.nodes()) {
            ComponentConfiguration configuration =
                    configurations.getComponentConfiguration(node.pid());
            if (configuration != null) {
                components.add(
                        new WireComponentConfiguration(
                                configuration,
                                Map.of(INPUTS, node.inputs(), OUTPUTS, node.outputs())));
            }
        }
        return new WireGraphConfiguration(
                components,
                graph.edges().stream()
                        .map(
                                e ->
                                        new MultiportWireConfiguration(
                                                e.emitter(),
                                                e.receiver(),
                                                e.emitterPort(),
                                                e.receiverPort()))
                        .toList());
    }
}

package io.wattwire.standalone.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.standalone.wire.Graph.Edge;
import io.wattwire.standalone.wire.Graph.Node;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.configuration.ComponentConfiguration;
import org.eclipse.kura.configuration.ConfigurationService;
import org.eclipse.kura.configuration.metatype.OCD;
import org.eclipse.kura.wire.graph.MultiportWireConfiguration;
import org.eclipse.kura.wire.graph.WireComponentConfiguration;
import org.eclipse.kura.wire.graph.WireGraphConfiguration;
import org.junit.jupiter.api.Test;

class GraphEditorTest {
    private static final String ASSET = "org.eclipse.kura.wire.WireAsset";
    private static final String TIMER = "org.eclipse.kura.wire.Timer";
    private static final Graph BEFORE =
            new Graph(List.of(new Node("old", 0, 1), new Node("meter", 1, 1)), List.of());

    private final List<String> calls = new ArrayList<>();
    private final Map<String, String> factories =
            new HashMap<>(Map.of("old", TIMER, "meter", ASSET));
    private final GraphEditor editor = new GraphEditor(configurations());

    private record Settings(String pid, Map<String, Object> properties)
            implements ComponentConfiguration {
        @Override
        public String getPid() {
            return pid;
        }

        @Override
        public OCD getDefinition() {
            return null;
        }

        @Override
        public Map<String, Object> getConfigurationProperties() {
            return properties;
        }
    }

    private ConfigurationService configurations() {
        return (ConfigurationService)
                Proxy.newProxyInstance(
                        ConfigurationService.class.getClassLoader(),
                        new Class<?>[] {ConfigurationService.class},
                        (proxy, method, arguments) -> {
                            switch (method.getName()) {
                                case "getConfigurableComponentPids":
                                    return factories.keySet();
                                case "getComponentConfiguration":
                                    String pid = (String) arguments[0];
                                    return factories.containsKey(pid)
                                            ? settings(pid, factories.get(pid))
                                            : null;
                                default:
                                    calls.add(method.getName() + List.of(arguments));
                                    return null;
                            }
                        });
    }

    private static Settings settings(String pid, String factory) {
        return new Settings(
                pid, factory == null ? Map.of() : Map.of("service.factoryPid", factory));
    }

    private static WireGraphConfiguration graph(String pid, String factory) {
        return new WireGraphConfiguration(
                List.of(
                        new WireComponentConfiguration(
                                settings(pid, factory),
                                Map.of("inputPortCount", 0, "outputPortCount", 2))),
                List.of(new MultiportWireConfiguration(pid, "meter", 1, 0)));
    }

    @Test
    void componentsThatLeaveAreDeletedButAssetsAreNot() throws KuraException {
        editor.delete(BEFORE);

        assertEquals("deleteFactoryConfiguration[old, false]", calls.get(0));
        assertEquals(2, calls.size(), calls.toString());
        assertTrue(calls.get(1).startsWith("updateConfiguration[" + LocalWireGraphService.PID));
    }

    @Test
    void aNewComponentIsCreatedWithItsPorts() throws KuraException {
        editor.update(Graph.EMPTY, graph("timer", TIMER));

        assertTrue(
                calls.get(0).startsWith("createFactoryConfiguration[" + TIMER + ", timer, "),
                calls.toString());
        assertTrue(calls.get(0).contains("emitter.port.count=2"), calls.toString());
        assertTrue(
                calls.get(1)
                        .contains(
                                "\"wires\":[{\"emitter\":\"timer\",\"emitterPort\":1,\"receiver\":\"meter\",\"receiverPort\":0}]"),
                calls.toString());
    }

    @Test
    void aKnownComponentIsUpdated() throws KuraException {
        editor.update(BEFORE, graph("old", null));

        assertTrue(calls.get(0).startsWith("updateConfiguration[old, "), calls.toString());
    }

    @Test
    void aNewComponentWithoutFactoryIsRefused() {
        KuraException e =
                assertThrows(
                        KuraException.class,
                        () -> editor.update(Graph.EMPTY, graph("timer", null)));

        assertTrue(e.getMessage().contains("service.factoryPid"), e.getMessage());
    }

    @Test
    void whatIsConfiguredIsToldWithItsPorts() throws KuraException {
        Graph graph =
                new Graph(
                        List.of(new Node("old", 0, 1), new Node("gone", 0, 1)),
                        List.of(new Edge("old", 0, "meter", 0)));

        WireGraphConfiguration told = editor.get(graph);

        assertEquals(1, told.getWireComponentConfigurations().size());
        assertEquals(
                Map.of("inputPortCount", 0, "outputPortCount", 1),
                told.getWireComponentConfigurations().get(0).getProperties());
        assertEquals("meter", told.getWireConfigurations().get(0).getReceiverPid());
    }
}

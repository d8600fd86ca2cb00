package io.wattwire.standalone.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.standalone.wire.Graph.Edge;
import io.wattwire.standalone.wire.Graph.Node;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphJsonTest {
    @Test
    void readsWhatKurasComposerWrites() {
        Graph graph =
                GraphJson.read(
                        """
                        {"components":[{"pid":"timer","inputPortCount":0,"outputPortCount":1,
                          "renderingProperties":{"position":{"x":-10,"y":2},"inputPortNames":{}}}],
                         "wires":[{"emitter":"timer","emitterPort":0,"receiver":"log","receiverPort":0}]}
                        """);

        assertEquals(List.of(new Node("timer", 0, 1)), graph.nodes());
        assertEquals(List.of(new Edge("timer", 0, "log", 0)), graph.edges());
        assertEquals(Set.of("timer", "log"), graph.pids());
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        Graph graph =
                new Graph(
                        List.of(new Node("a", 1, 2), new Node("\"b\"", 1, 0)),
                        List.of(new Edge("a", 1, "\"b\"", 0)));

        assertEquals(graph, GraphJson.read(GraphJson.write(graph)));
    }

    @Test
    void theSameWireTwiceIsOneWire() {
        String wire = "{\"emitter\":\"a\",\"receiver\":\"b\"}";

        assertEquals(1, GraphJson.read("{\"wires\":[" + wire + "," + wire + "]}").edges().size());
    }

    @Test
    void anEmptyObjectIsAnEmptyGraph() {
        assertEquals(Graph.EMPTY, GraphJson.read("{}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``| JSON",
                "[]| no JSON object",
                "{| no JSON",
                "{} {}| no JSON",
                "null| no JSON object",
                "{\"wires\":{}}| wires is no list",
                "{\"components\":[5]}| entry 0 of components",
                "{\"components\":[{\"pid\":\" \"}]}| pid",
                "{\"wires\":[{\"emitter\":\"a\"}]}| receiver",
                "{\"wires\":[{\"emitter\":5,\"receiver\":\"b\"}]}| emitter",
                "{\"wires\":[{\"emitter\":\"a\",\"receiver\":\"b\",\"emitterPort\":-1}]}| emitterPort",
                "{\"wires\":[{\"emitter\":\"a\",\"receiver\":\"b\",\"emitterPort\":\"x\"}]}| emitterPort",
                "{\"components\":[{\"pid\":\"a\",\"inputPortCount\":1e9}]}| inputPortCount",
                "{\"components\":[{\"pid\":\"a\",\"inputPortCount\":[]}]}| inputPortCount",
            })
    void aBrokenGraphIsRefusedSayingWhere(String json, String where) {
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> GraphJson.read(json));

        assertTrue(e.getMessage().contains(where.strip()), e.getMessage());
    }
}

package io.wattwire.standalone.wire;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.wattwire.standalone.wire.Graph.Edge;
import io.wattwire.standalone.wire.Graph.Node;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The graph as Kura stores it in the property {@code WireGraph}: JSON. */
final class GraphJson {
    private static final String COMPONENTS = "components";
    private static final String WIRES = "wires";
    private static final TypeAdapter<JsonElement> TREE = new Gson().getAdapter(JsonElement.class);
    private static final int MAX_PORT = 1000;

    private GraphJson() {}

    /**
     * Reads a graph.
     *
     * @throws IllegalArgumentException if it is broken, saying where
     */
    static Graph read(String json) {
        try {
            JsonElement root = parse(json);
            if (!root.isJsonObject()) {
                throw new IllegalArgumentException(
                        "is no JSON object; write {\"components\": [...], \"wires\": [...]}");
            }
            List<Node> nodes = new ArrayList<>();
            for (JsonObject each : objects(root.getAsJsonObject(), COMPONENTS)) {
                nodes.add(
                        new Node(
                                text(each, "pid"),
                                port(each, "inputPortCount"),
                                port(each, "outputPortCount")));
            }
            Set<Edge> edges = new LinkedHashSet<>(); // the same wire twice is one wire
            for (JsonObject each : objects(root.getAsJsonObject(), WIRES)) {
                edges.add(
                        new Edge(
                                text(each, "emitter"),
                                port(each, "emitterPort"),
                                text(each, "receiver"),
                                port(each, "receiverPort")));
            }
            return new Graph(nodes, List.copyOf(edges));
        } catch (IOException | JsonParseException e) {
            throw new IllegalArgumentException("is no JSON: " + e.getMessage(), e);
        }
    }

    private static JsonElement parse(String json) throws IOException {
        JsonReader reader = new JsonReader(new StringReader(json));
        reader.setStrictness(Strictness.STRICT);
        JsonElement root = TREE.read(reader);
        if (reader.peek() != JsonToken.END_DOCUMENT) {
            throw new IOException("something follows at " + reader.getPath());
        }
        return root;
    }

    private static List<JsonObject> objects(JsonObject root, String name) {
        List<JsonObject> objects = new ArrayList<>();
        if (!root.has(name)) {
            return objects;
        }
        if (!root.get(name).isJsonArray()) {
            throw new IllegalArgumentException(name + " is no list; write [...]");
        }
        for (JsonElement each : root.getAsJsonArray(name)) {
            if (!each.isJsonObject()) {
                throw new IllegalArgumentException(
                        "entry %d of %s is no object; write {...}".formatted(objects.size(), name));
            }
            objects.add(each.getAsJsonObject());
        }
        return objects;
    }

    private static String text(JsonObject object, String name) {
        JsonElement value = object.get(name);
        if (value == null
                || !value.isJsonPrimitive()
                || !value.getAsJsonPrimitive().isString()
                || value.getAsString().isBlank()) {
            throw new IllegalArgumentException(
                    "%s without a text %s; name the component".formatted(object, name));
        }
        return value.getAsString();
    }

    private static int port(JsonObject object, String name) {
        JsonElement value = object.get(name);
        if (value == null) {
            return 0;
        }
        try {
            double number = value.getAsDouble();
            if (number >= 0 && number <= MAX_PORT && number == Math.rint(number)) {
                return (int) number;
            }
        } catch (NumberFormatException | IllegalStateException | UnsupportedOperationException e) {
            // said below
        }
        throw new IllegalArgumentException(
                "%s of %s is no whole number from 0 to %d".formatted(name, object, MAX_PORT));
    }

    /** Writes a graph that {@link #read} understands. */
    static String write(Graph graph) {
        JsonArray components = new JsonArray();
        for (Node node : graph.nodes()) {
            JsonObject component = new JsonObject();
            component.addProperty("pid", node.pid());
            component.addProperty("inputPortCount", node.inputs());
            component.addProperty("outputPortCount", node.outputs());
            components.add(component);
        }
        JsonArray wires = new JsonArray();
        for (Edge edge : graph.edges()) {
            JsonObject wire = new JsonObject();
            wire.addProperty("emitter", edge.emitter());
            wire.addProperty("emitterPort", edge.emitterPort());
            wire.addProperty("receiver", edge.receiver());
            wire.addProperty("receiverPort", edge.receiverPort());
            wires.add(wire);
        }
        JsonObject root = new JsonObject();
        root.add(COMPONENTS, components);
        root.add(WIRES, wires);
        return root.toString();
    }
}

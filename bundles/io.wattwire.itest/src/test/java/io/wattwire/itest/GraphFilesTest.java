package io.wattwire.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.wattwire.standalone.configuration.SnapshotReader;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.kura.configuration.ComponentConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each graph ships twice: as a snapshot, and as JSON for Kura's REST. They say the same. */
class GraphFilesTest {
    private static final Path GRAPHS = Path.of("../../dp/graphs");

    /** A value with its type, as JSON for Kura's REST names it. */
    private record Typed(String type, Object value) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zero-export",
                "two-inverters",
                "site",
                "solaredge-meter",
                "publish-influxdb",
                "publish-pvoutput",
                "home-assistant",
                "venus"
            })
    void theJsonFileSaysWhatTheSnapshotSays(String graph) throws Exception {
        Map<String, Map<String, Typed>> snapshot = snapshot(graph);
        Map<String, Map<String, Typed>> json = json(graph);
        assertTrue(snapshot.size() >= 6, () -> "only " + snapshot.keySet());
        assertEquals(snapshot.keySet(), json.keySet());
        snapshot.forEach((pid, properties) -> assertEquals(properties, json.get(pid), pid));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zero-export",
                "two-inverters",
                "site",
                "solaredge-meter",
                "publish-influxdb",
                "publish-pvoutput",
                "home-assistant",
                "venus"
            })
    void theGraphNamesConfiguredComponentsOnly(String graph) throws Exception {
        Map<String, Map<String, Typed>> snapshot = snapshot(graph);
        Typed wires = snapshot.get(Snapshot.GRAPH_PID).get(Snapshot.GRAPH);
        JsonObject root = (JsonObject) wires.value();
        for (JsonElement component : root.getAsJsonArray("components")) {
            String pid = component.getAsJsonObject().get("pid").getAsString();
            assertTrue(snapshot.containsKey(pid), pid);
        }
        int components = root.getAsJsonArray("components").size();
        assertTrue(root.getAsJsonArray("wires").size() >= components - 1, "nothing stands alone");
    }

    private static Map<String, Map<String, Typed>> snapshot(String graph) throws Exception {
        Map<String, Map<String, Typed>> all = new LinkedHashMap<>();
        try (InputStream in = Files.newInputStream(GRAPHS.resolve(graph + ".xml"))) {
            for (ComponentConfiguration each : SnapshotReader.read(in, graph)) {
                Map<String, Typed> properties = new TreeMap<>();
                each.getConfigurationProperties()
                        .forEach((name, value) -> properties.put(name, typed(name, value)));
                all.put(each.getPid(), properties);
            }
        }
        return all;
    }

    private static Typed typed(String name, Object value) {
        return new Typed(
                value.getClass().getSimpleName().toUpperCase(Locale.ROOT), comparable(name, value));
    }

    private static Map<String, Map<String, Typed>> json(String graph) throws Exception {
        String text = Files.readString(GRAPHS.resolve(graph + ".json"));
        Map<String, Map<String, Typed>> all = new LinkedHashMap<>();
        JsonObject root = JsonParser.parseString(text).getAsJsonObject();
        for (JsonElement each : root.getAsJsonArray("configs")) {
            JsonObject configuration = each.getAsJsonObject();
            Map<String, Typed> properties = new TreeMap<>();
            for (Map.Entry<String, JsonElement> property :
                    configuration.getAsJsonObject("properties").entrySet()) {
                JsonObject typed = property.getValue().getAsJsonObject();
                String type = typed.get("type").getAsString();
                Object value = value(type, typed.getAsJsonPrimitive("value"));
                properties.put(
                        property.getKey(), new Typed(type, comparable(property.getKey(), value)));
            }
            String pid = configuration.get("pid").getAsString();
            properties.putIfAbsent("kura.service.pid", new Typed("STRING", pid)); // as in snapshots
            all.put(pid, properties);
        }
        return all;
    }

    private static Object value(String type, JsonPrimitive value) {
        return switch (type) {
            case "STRING" -> string(value);
            case "BOOLEAN" -> bool(value);
            case "INTEGER" -> value.getAsInt();
            case "LONG" -> value.getAsLong();
            case "DOUBLE" -> value.getAsDouble();
            default -> throw new AssertionError("type " + type + " in the JSON file");
        };
    }

    private static String string(JsonPrimitive value) {
        assertTrue(value.isString(), () -> value + " is no text");
        return value.getAsString();
    }

    private static boolean bool(JsonPrimitive value) {
        assertTrue(value.isBoolean(), () -> value + " is not true or false");
        return value.getAsBoolean();
    }

    /** A graph is compared by what it says, not by its spaces. */
    private static Object comparable(String name, Object value) {
        return name.equals(Snapshot.GRAPH)
                ? new Gson().fromJson(value.toString(), JsonObject.class)
                : value;
    }
}

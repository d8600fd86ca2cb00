package io.wattwire.interop;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The shipped graph zero-export.xml with publishers beside the limit. Their wires come first, so
 * that each value reaches them before it reaches the limit.
 */
final class PublishersBeside {

    private static final String INFLUX = "io.wattwire.publish.influxdb.InfluxPublisher";
    private static final String MQTT = "io.wattwire.publish.homeassistant.HomeAssistantPublisher";
    private static final String GRAPH_PID = "org.eclipse.kura.wire.graph.WireGraphService";
    private static final String GRAPH_BEGIN = "name=\"WireGraph\" type=\"String\"><esf:value>";
    private static final String GRAPH_END = "</esf:value>";

    private final StringBuilder configurations = new StringBuilder();
    private final JsonObject graph;
    private final String shipped;

    private PublishersBeside() throws IOException {
        shipped = Files.readString(Path.of("..", "dp", "graphs", "zero-export.xml"));
        graph = JsonParser.parseString(shipped.substring(begin(), end())).getAsJsonObject();
    }

    /** Writes the file: each kind of publisher with each kind of trouble. */
    static void write(Path file, TroubledServers servers) throws IOException {
        PublishersBeside beside = new PublishersBeside();
        for (int port : List.of(servers.hanging(), servers.refusing(), servers.flooding())) {
            beside.add(
                    "influxdb-" + port,
                    INFLUX,
                    Map.of(
                            "url", "http://127.0.0.1:" + port,
                            "api", "v1",
                            "database", "home"));
            beside.add("mqtt-" + port, MQTT, Map.of("host", "127.0.0.1", "port", port));
        }
        Files.writeString(file, beside.text());
    }

    private int begin() {
        return shipped.indexOf(GRAPH_BEGIN) + GRAPH_BEGIN.length();
    }

    private int end() {
        return shipped.indexOf(GRAPH_END, begin());
    }

    private void add(String pid, String factory, Map<String, Object> settings) {
        configurations
                .append("  <esf:configuration pid=\"" + pid + "\">\n    <esf:properties>\n")
                .append(property("kura.service.pid", pid))
                .append(property("service.factoryPid", factory))
                .append(property("receiver.port.count", 1))
                .append(property("emitter.port.count", 1));
        settings.forEach((name, value) -> configurations.append(property(name, value)));
        configurations.append("    </esf:properties>\n  </esf:configuration>\n");
        JsonObject component =
                JsonParser.parseString(
                                "{\"inputPortCount\":1,\"outputPortCount\":1,\"renderingProperties\":"
                                        + "{\"position\":{\"x\":460,\"y\":400},\"inputPortNames\":{},"
                                        + "\"outputPortNames\":{}}}")
                        .getAsJsonObject();
        component.addProperty("pid", pid);
        graph.getAsJsonArray("components").add(component);
        JsonArray wires = new JsonArray();
        for (String emitter : List.of("meter", "inverter", "limit")) {
            JsonObject wire = new JsonObject();
            wire.addProperty("emitter", emitter);
            wire.addProperty("emitterPort", 0);
            wire.addProperty("receiver", pid);
            wire.addProperty("receiverPort", 0);
            wires.add(wire);
        }
        wires.addAll(graph.getAsJsonArray("wires"));
        graph.add("wires", wires);
    }

    private static String property(String name, Object value) {
        return "      <esf:property array=\"false\" encrypted=\"false\" name=\""
                + name
                + "\" type=\""
                + value.getClass().getSimpleName()
                + "\"><esf:value>"
                + value
                + "</esf:value></esf:property>\n";
    }

    private String text() {
        String wired = shipped.substring(0, begin()) + graph + shipped.substring(end());
        int place = wired.indexOf("  <esf:configuration pid=\"" + GRAPH_PID);
        return wired.substring(0, place) + configurations + wired.substring(place);
    }
}

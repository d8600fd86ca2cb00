package io.wattwire.cli.imports;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A wire graph in the making, written as a snapshot that Kura and {@code wattwire run} load. */
final class Graph {

    private static final String SERVICE = "org.eclipse.kura.wire.graph.WireGraphService";
    private static final String ASSET = "org.eclipse.kura.wire.WireAsset";
    private static final String TIMER = "org.eclipse.kura.wire.Timer";
    private static final String LOGGER = "org.eclipse.kura.wire.Logger";
    private static final int COLUMN = 220;
    private static final int ROW = 120;

    /**
     * A channel of an asset.
     *
     * @param name its name and the register's
     * @param type READ or WRITE
     * @param valueType DOUBLE or STRING
     */
    record Channel(String name, String type, String valueType) {}

    private record Place(int inputs, int outputs, int column, int row) {}

    private record Wire(String from, String to) {}

    private final Map<String, Map<String, Object>> components = new LinkedHashMap<>();
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final List<Wire> wires = new ArrayList<>();
    private int rows;

    boolean has(String pid) {
        return components.containsKey(pid);
    }

    /** A component that stands outside the graph, as drivers do. */
    void component(String pid, String factory, Map<String, Object> properties) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("kura.service.pid", pid);
        all.put("service.factoryPid", factory);
        all.putAll(properties);
        components.put(pid, all);
    }

    /** Begins a new line of the picture. */
    void nextRow() {
        rows++;
    }

    private void place(String pid, int inputs, int outputs, int column) {
        places.put(pid, new Place(inputs, outputs, column, rows));
    }

    void timer(String pid, long everyMillis) {
        Map<String, Object> timer = ports(0, 1);
        timer.put("type", "SIMPLE");
        timer.put("simple.interval", (int) everyMillis);
        timer.put("simple.time.unit", "MILLISECONDS");
        timer.put("simple.first.tick.policy", "CUSTOM");
        timer.put("simple.custom.first.tick.interval", 0);
        component(pid, TIMER, timer);
        place(pid, 0, 1, 0);
    }

    void asset(String pid, String driver, int column, List<Channel> channels) {
        aside(pid, driver, channels);
        place(pid, 1, 1, column);
    }

    /** An asset that stands outside the wires. */
    void aside(String pid, String driver, List<Channel> channels) {
        Map<String, Object> asset = ports(1, 1);
        asset.put("driver.pid", driver);
        asset.put("emit.errors", true);
        asset.put("emit.empty.envelopes", true);
        asset.put("timestamp.mode", "PER_CHANNEL");
        for (Channel channel : channels) {
            String prefix = channel.name() + "#+";
            asset.put(prefix + "name", channel.name());
            asset.put(prefix + "enabled", true);
            asset.put(prefix + "type", channel.type());
            asset.put(prefix + "value.type", channel.valueType());
            asset.put(prefix + "listen", false);
        }
        component(pid, ASSET, asset);
    }

    void publisher(String pid, String factory, int column, Map<String, Object> properties) {
        Map<String, Object> publisher = ports(1, 1);
        publisher.putAll(properties);
        component(pid, factory, publisher);
        place(pid, 1, 1, column);
    }

    void logger(String pid, int column) {
        Map<String, Object> logger = ports(1, 0);
        logger.put("log.verbosity", "QUIET");
        component(pid, LOGGER, logger);
        place(pid, 1, 0, column);
    }

    void emitter(String pid, String factory, int column, Map<String, Object> properties) {
        Map<String, Object> emitter = ports(0, 1);
        emitter.putAll(properties);
        component(pid, factory, emitter);
        place(pid, 0, 1, column);
    }

    private static Map<String, Object> ports(int receivers, int emitters) {
        Map<String, Object> ports = new LinkedHashMap<>();
        ports.put("receiver.port.count", receivers);
        ports.put("emitter.port.count", emitters);
        return ports;
    }

    void wire(String from, String to) {
        wires.add(new Wire(from, to));
    }

    /** The snapshot in Kura's XML. */
    String xml() {
        StringBuilder xml = new StringBuilder(8192);
        xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .append("<esf:configurations xmlns:esf=\"http://eurotech.com/esf/2.0\"")
                .append(" xmlns:ocd=\"http://www.osgi.org/xmlns/metatype/v1.2.0\">\n");
        components.forEach((pid, properties) -> component(xml, pid, properties));
        component(xml, SERVICE, Map.of("WireGraph", json().toString()));
        return xml.append("</esf:configurations>\n").toString();
    }

    private static void component(StringBuilder xml, String pid, Map<String, Object> properties) {
        xml.append("  <esf:configuration pid=\"").append(escaped(pid)).append("\">\n");
        xml.append("    <esf:properties>\n");
        properties.forEach(
                (name, value) ->
                        xml.append(
                                        "      <esf:property array=\"false\" encrypted=\"false\" name=\"")
                                .append(escaped(name))
                                .append("\" type=\"")
                                .append(value.getClass().getSimpleName())
                                .append("\"><esf:value>")
                                .append(escaped(value.toString()))
                                .append("</esf:value></esf:property>\n"));
        xml.append("    </esf:properties>\n  </esf:configuration>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private JsonObject json() {
        JsonArray boxes = new JsonArray();
        places.forEach((pid, place) -> boxes.add(box(pid, place)));
        JsonArray lines = new JsonArray();
        for (Wire wire : wires) {
            JsonObject line = new JsonObject();
            line.addProperty("emitter", wire.from);
            line.addProperty("emitterPort", 0);
            line.addProperty("receiver", wire.to);
            line.addProperty("receiverPort", 0);
            lines.add(line);
        }
        JsonObject graph = new JsonObject();
        graph.add("components", boxes);
        graph.add("wires", lines);
        return graph;
    }

    private static JsonObject box(String pid, Place place) {
        JsonObject position = new JsonObject();
        position.addProperty("x", place.column * COLUMN);
        position.addProperty("y", place.row * ROW);
        JsonObject rendering = new JsonObject();
        rendering.add("position", position);
        rendering.add("inputPortNames", new JsonObject());
        rendering.add("outputPortNames", new JsonObject());
        JsonObject box = new JsonObject();
        box.addProperty("pid", pid);
        box.addProperty("inputPortCount", place.inputs);
        box.addProperty("outputPortCount", place.outputs);
        box.add("renderingProperties", rendering);
        return box;
    }
}

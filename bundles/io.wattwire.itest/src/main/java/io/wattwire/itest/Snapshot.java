package io.wattwire.itest;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Writes a snapshot as Kura's, to be loaded beside the shipped one. */
final class Snapshot {
    static final String GRAPH_PID = "org.eclipse.kura.wire.graph.WireGraphService";
    static final String GRAPH = "WireGraph";

    private static final String HEAD =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <esf:configurations xmlns:esf="http://eurotech.com/esf/2.0" xmlns:ocd="http://www.osgi.org/xmlns/metatype/v1.2.0">
            """;

    private final StringBuilder text = new StringBuilder(HEAD);

    /** Begins the configuration of a component; null as factory for one that exists. */
    Snapshot component(String pid, String factoryPid) {
        end();
        text.append("<esf:configuration pid=\"%s\">\n<esf:properties>\n".formatted(pid));
        property("kura.service.pid", "String", pid);
        return factoryPid == null ? this : property("service.factoryPid", "String", factoryPid);
    }

    Snapshot property(String name, String type, String value) {
        String escaped = value.replace("&", "&amp;").replace("<", "&lt;");
        text.append(
                "<esf:property array=\"false\" encrypted=\"false\" name=\"%s\" type=\"%s\"><esf:value>%s</esf:value></esf:property>%n"
                        .formatted(name, type, escaped));
        return this;
    }

    /** One READ channel of a driver. */
    Snapshot asset(String pid, String driverPid, String channel) {
        component(pid, "org.eclipse.kura.wire.WireAsset");
        property("driver.pid", "String", driverPid);
        property("emit.errors", "Boolean", "true");
        property(channel + "#+name", "String", channel);
        property(channel + "#+enabled", "Boolean", "true");
        property(channel + "#+type", "String", "READ");
        return property(channel + "#+value.type", "String", "DOUBLE");
    }

    /**
     * The graph with one more receiver of what a component emits. Its wire comes first, so that it
     * is served before all others.
     */
    Snapshot receiver(String graph, String emitter, String pid) {
        JsonObject root = new Gson().fromJson(graph, JsonObject.class);
        JsonObject component = new JsonObject();
        component.addProperty("pid", pid);
        component.addProperty("inputPortCount", 1);
        component.addProperty("outputPortCount", 1);
        root.getAsJsonArray("components").add(component);
        JsonObject wire = new JsonObject();
        wire.addProperty("emitter", emitter);
        wire.addProperty("emitterPort", 0);
        wire.addProperty("receiver", pid);
        wire.addProperty("receiverPort", 0);
        JsonArray wires = new JsonArray();
        wires.add(wire);
        wires.addAll(root.getAsJsonArray("wires"));
        root.add("wires", wires);
        return component(GRAPH_PID, null).property(GRAPH, "String", root.toString());
    }

    private void end() {
        if (text.length() > HEAD.length()) {
            text.append("</esf:properties>\n</esf:configuration>\n");
        }
    }

    /** The XML. */
    String xml() {
        end();
        return text + "</esf:configurations>\n";
    }

    InputStream stream() {
        return stream(xml());
    }

    static InputStream stream(String xml) {
        return new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8));
    }
}

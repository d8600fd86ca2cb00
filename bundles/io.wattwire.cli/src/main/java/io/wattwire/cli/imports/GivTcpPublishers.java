package io.wattwire.cli.imports;

import io.wattwire.cli.imports.EnvFile.Entry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where GivTCP's environment variables send values: to a broker, to callers, to a database. */
final class GivTcpPublishers {

    private static final String PUBLISHER = "io.wattwire.publish.givtcp.GivTcpPublisher";
    private static final String PID = "givtcp";
    private static final String ROOT = "[^+#\\s/]+(/[^+#\\s/]+)*";
    private static final int MQTT_PORT = 1883;
    private static final int REST_PORT = 6345;
    private static final int COLUMN = 2;

    private final Graph graph;
    private final EnvFile file;
    private final List<String> notes;

    /**
     * @param graph that publishers are put into
     * @param file with the variables
     * @param notes of what could not be carried over, to be added to
     */
    GivTcpPublishers(Graph graph, EnvFile file, List<String> notes) {
        this.graph = graph;
        this.file = file;
        this.notes = notes;
    }

    /**
     * Adds the publishers.
     *
     * @param assets whose values they send
     * @param commands the points that an owner may open for commands
     * @param v3 whether the variables are GivTCP 3's
     * @throws ImportException if a variable cannot work
     */
    void publish(List<String> assets, List<String> commands, boolean v3) throws ImportException {
        boolean mqtt = file.flag("MQTT_OUTPUT", false);
        Map<String, Object> publisher = new LinkedHashMap<>();
        publisher.put("mqtt", mqtt);
        if (mqtt) {
            publisher.put("host", file.text("MQTT_ADDRESS").orElse("127.0.0.1"));
            publisher.put("port", file.number("MQTT_PORT", MQTT_PORT, 1, 65_535));
            file.text("MQTT_USERNAME").ifPresent(it -> publisher.put("username", it));
            publisher.put("topic.root", root());
            publisher.put("discovery", file.flag("HA_AUTO_D", true));
            secret("MQTT_PASSWORD", "password", PID);
        }
        publisher.put("form", form(v3));
        publisher.put("raw", file.flag("PRINT_RAW", false));
        publisher.put("rest", true);
        publisher.put("http.address", "127.0.0.1");
        publisher.put("http.port", REST_PORT);
        publisher.put("control.enabled", false);
        publisher.put("control.points", String.join("; ", commands));
        notes.add(
                "REST is at 127.0.0.1:"
                        + REST_PORT
                        + " only; GivTCP's was open to the whole network: set http.address and"
                        + " http.secret of "
                        + PID);
        notes.add(
                "nothing is commanded until control.enabled of "
                        + PID
                        + " and write.enabled of "
                        + drivers(commands)
                        + " are true");
        graph.publisher(PID, PUBLISHER, COLUMN, publisher);
        assets.forEach(it -> graph.wire(it, PID));
        influx(assets);
        graph.logger("logger", COLUMN + 1);
        graph.wire(PID, "logger");
    }

    private String root() throws ImportException {
        Optional<Entry> root = file.entry("MQTT_TOPIC");
        if (root.isPresent() && !root.get().text().matches(ROOT)) {
            throw EnvFile.wrong(
                    "MQTT_TOPIC", root.get(), "levels like GivEnergy, without +, # and spaces");
        }
        return root.map(Entry::text).orElse("GivEnergy");
    }

    private static String drivers(List<String> commands) {
        return commands.stream()
                .map(it -> it.substring(0, it.indexOf("-control/")) + "-driver")
                .distinct()
                .collect(Collectors.joining(" and "));
    }

    private String form(boolean v3) {
        if (v3) {
            notes.add(
                    "variables with a number are GivTCP 3's, so that form is v3; set it to 2022 for"
                            + " the topics of 2022");
        }
        return v3 ? "v3" : "2022";
    }

    private void influx(List<String> assets) throws ImportException {
        if (!file.flag("INFLUX_OUTPUT", false)) {
            return;
        }
        String pid = PID + "-influx";
        Map<String, Object> publisher = new LinkedHashMap<>();
        publisher.put("mqtt", false);
        publisher.put("influx", true);
        publisher.put("influx.url", file.text("INFLUX_URL").orElse("http://localhost:8086"));
        publisher.put("influx.org", file.text("INFLUX_ORG").orElse(""));
        publisher.put("influx.bucket", file.text("INFLUX_BUCKET").orElse(""));
        secret("INFLUX_TOKEN", "influx.token", pid);
        if (file.text("INFLUX_BUCKET").isEmpty()) {
            notes.add("there is no INFLUX_BUCKET: set influx.bucket of " + pid);
        }
        graph.nextRow();
        graph.publisher(pid, PUBLISHER, COLUMN, publisher);
        assets.forEach(it -> graph.wire(it, pid));
        graph.wire(pid, "logger");
    }

    private void secret(String key, String setting, String pid) {
        if (file.entry(key).isPresent()) {
            notes.add(
                    key
                            + " is a secret and is not written into the graph: set "
                            + setting
                            + " of "
                            + pid
                            + ", which is kept encrypted");
        }
    }
}

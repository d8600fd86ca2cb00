package io.wattwire.cli.imports;

import io.wattwire.cli.imports.IniFile.Entry;
import io.wattwire.cli.imports.IniFile.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The sources of solaredge_meterproxy as components of a graph. */
final class SempSources {

    private static final String SDM_DRIVER = "io.wattwire.driver.sdm.SdmDriver";
    private static final String MQTT = "io.wattwire.source.mqtt.MqttSource";
    private static final String INFLUXDB = "io.wattwire.source.influxdb.InfluxSource";

    private static final List<String> SINGLE_PHASE =
            List.of(
                    "grid_power",
                    "grid_voltage_l1",
                    "grid_current_l1",
                    "grid_frequency",
                    "grid_power_factor",
                    "grid_reactive_power",
                    "grid_energy_import",
                    "grid_energy_export");

    private static final List<String> THREE_PHASES =
            List.of(
                    "grid_power",
                    "grid_power_l1",
                    "grid_power_l2",
                    "grid_power_l3",
                    "grid_voltage_l1",
                    "grid_voltage_l2",
                    "grid_voltage_l3",
                    "grid_current_l1",
                    "grid_current_l2",
                    "grid_current_l3",
                    "grid_frequency",
                    "grid_power_factor",
                    "grid_reactive_power",
                    "grid_energy_import",
                    "grid_energy_export");

    /**
     * Where a meter's values come from.
     *
     * @param pid the component that emits them; empty where there is none
     * @param shown the channels of the emulated meter that take them
     */
    record Source(String pid, List<Graph.Channel> shown) {}

    private final Graph graph;
    private final List<String> notes;
    private final Map<Map<String, Object>, String> drivers = new HashMap<>();

    SempSources(Graph graph, List<String> notes) {
        this.graph = graph;
        this.notes = notes;
    }

    Source of(Section meter, String name, int refreshSeconds) throws ImportException {
        String type = meter.text("type", "generic");
        switch (type) {
            case "sdm120", "sdm230":
                return sdm(meter, name, type, refreshSeconds, SINGLE_PHASE);
            case "sdm630":
                return sdm(meter, name, type, refreshSeconds, THREE_PHASES);
            case "mqtt", "mqttP1":
                return mqtt(meter, name, type.equals("mqttP1"));
            case "influxdb":
                return influxdb(meter, name, refreshSeconds);
            default:
                return none(meter, name, type);
        }
    }

    private Source none(Section meter, String name, String type) {
        int line = meter.entry("type").map(Entry::line).orElse(meter.line());
        notes.add(
                "line "
                        + line
                        + ": "
                        + (type.equals("generic")
                                ? "type generic has no values of its own; wire a source to "
                                : "type "
                                        + type
                                        + " is a device script of your own and is not"
                                        + " carried over; wire a source to ")
                        + name);
        if (!type.equals("generic")) {
            meter.unused()
                    .forEach(
                            (key, entry) -> {
                                meter.entry(key);
                                notes.add("line " + entry.line() + ": " + key + " belongs to it");
                            });
        }
        return new Source("", allKeys());
    }

    private Source sdm(
            Section meter, String name, String model, int refreshSeconds, List<String> points)
            throws ImportException {
        Map<String, Object> driver = new LinkedHashMap<>();
        if (meter.entry("device").isPresent()) {
            driver.put("connection", "serial");
            driver.put("serial.device", meter.text("device", ""));
            String usual = model.equals("sdm630") ? "9600" : "2400";
            driver.put("serial.baud", SempImport.baud(meter, usual));
            driver.put("serial.parity", SempImport.parity(meter.text("parity", "N")));
            driver.put("serial.stop.bits", meter.text("stopbits", "1"));
        } else {
            driver.put("connection", "tcp");
            driver.put("host", meter.text("host", ""));
            driver.put("port", SempImport.port(meter, "502"));
            if (meter.entry("host").isEmpty()) {
                notes.add(
                        "line "
                                + meter.line()
                                + ": ["
                                + meter.name()
                                + "] names neither device nor host; set host of "
                                + name
                                + "-source-driver");
            }
        }
        driver.put("unit.id", SempImport.number(meter, "src_address", "1", 1, 247));
        driver.put("model", model);
        driver.put("meter.role", "grid");
        driver.put("under.control", true);
        driver.put("assets.create", false);
        leftOut(meter, "timeout", "read.deadline.ms is 800 unless you set it");
        leftOut(meter, "retries", "a lost frame is asked for again by itself");
        String source = drivers.get(driver);
        if (source == null) {
            source = name + "-source";
            drivers.put(driver, source);
            graph.component(source + "-driver", SDM_DRIVER, driver);
            graph.timer(name + "-timer", refreshSeconds * 1000L);
            graph.asset(
                    source,
                    source + "-driver",
                    1,
                    points.stream().map(it -> new Graph.Channel(it, "READ", "DOUBLE")).toList());
            graph.wire(name + "-timer", source);
        }
        return new Source(
                source,
                withState(points.stream().map(it -> new Graph.Channel(it, "WRITE", "DOUBLE"))));
    }

    /** Notes what is not carried over, where it is there. */
    void leftOut(Section meter, String key, String why) {
        meter.entry(key)
                .ifPresent(
                        it -> notes.add("line " + it.line() + ": " + key + " is left out; " + why));
    }

    private Source mqtt(Section meter, String name, boolean p1) throws ImportException {
        Map<String, Object> source = new LinkedHashMap<>();
        source.put("host", meter.text("host", "localhost"));
        source.put("port", SempImport.port(meter, "1883"));
        source.put("keep.alive.s", SempImport.number(meter, "keepalive", "60", 5, 3600));
        source.put("topic", meter.text("metervaluestopic", "meter"));
        source.put("format", p1 ? "p1" : "json");
        meter.entry("willtopic").ifPresent(it -> source.put("will.topic", it.text()));
        source.put("will.message", meter.text("willmsg", "MeterProxy Disconnected"));
        if (p1) {
            source.put("offset.import.wh", meter.text("offset_import", "0"));
            source.put("offset.export.wh", meter.text("offset_export", "0"));
        }
        graph.emitter(name + "-source", MQTT, 1, source);
        return new Source(name + "-source", allKeys());
    }

    private Source influxdb(Section meter, String name, int refreshSeconds) throws ImportException {
        Map<String, Object> source = new LinkedHashMap<>();
        source.put(
                "url",
                "http://" + meter.text("host", "localhost") + ":" + SempImport.port(meter, "8086"));
        source.put("database", meter.text("database", "measurements"));
        source.put("measurement", meter.text("bucket", ""));
        source.put("where.key", meter.text("where_key", ""));
        source.put("where.value", meter.text("where_value", ""));
        source.put("interval.s", refreshSeconds);
        graph.emitter(name + "-source", INFLUXDB, 1, source);
        return new Source(name + "-source", allKeys());
    }

    /** Also as they were spelled in 2020; a message brings the one or the other. */
    private static List<Graph.Channel> allKeys() {
        Stream<String> old =
                SempKeys.ALL.stream()
                        .filter(key -> key.matches("l[123].*"))
                        .map(key -> "p" + key.substring(1));
        Stream<String> keys = Stream.concat(SempKeys.ALL.stream(), old);
        return withState(keys.map(it -> new Graph.Channel(it, "WRITE", "DOUBLE")));
    }

    private static List<Graph.Channel> withState(Stream<Graph.Channel> values) {
        List<Graph.Channel> channels = new ArrayList<>(values.toList());
        channels.add(new Graph.Channel("meter_state", "READ", "STRING"));
        channels.add(new Graph.Channel("last_poller", "READ", "STRING"));
        channels.add(new Graph.Channel("polls_per_minute", "READ", "DOUBLE"));
        return channels;
    }
}

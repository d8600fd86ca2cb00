package io.wattwire.itest;

import io.wattwire.broker.Broker;
import io.wattwire.itest.Recorder.Emission;
import io.wattwire.itest.wait.Await;
import io.wattwire.simulator.Scenario;
import io.wattwire.simulator.Simulation;
import io.wattwire.simulator.SimulationBuilder;
import io.wattwire.standalone.Gateway;
import io.wattwire.standalone.GatewayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.configuration.ConfigurationService;
import org.eclipse.paho.client.mqttv3.MqttException;

/**
 * The shipped graph on a simulated house, with a broker that stands for Kapua. Meter and broker
 * hang on plugs that can be pulled.
 */
final class ZeroExportSite implements AutoCloseable {
    static final String METER_TOPIC = "home/wattwire/W1/A1/meter";
    static final String INVERTER_TOPIC = "home/wattwire/W1/A1/inverter";
    static final String LIMIT_TOPIC = "home/wattwire/W1/A1/limit";
    static final String LIFECYCLE = "$EDC/home/wattwire/MQTT/";

    private static final String GRAPH = "zero-export.xml";
    private static final int INVERTER_UNIT = 1;
    private static final int METER_UNIT = 2;
    private static final Duration READY = Duration.ofSeconds(60);

    final Simulation simulation;
    final Plug meterPlug;
    final Plug brokerPlug;
    final Mailbox mailbox = new Mailbox();
    final Recorder recorder = new Recorder();
    final Gateway gateway = Launch.service(Gateway.class);
    private final Path data = Files.createTempDirectory("wattwire-itest");
    private Broker broker = Broker.start(0);

    /** Up and running, the plant at second 0. */
    ZeroExportSite(Scenario scenario) throws Exception {
        this(scenario, GRAPH, simulation -> simulation);
    }

    /** The same with another graph, and with what it needs besides. */
    ZeroExportSite(
            Scenario scenario,
            String graph,
            UnaryOperator<SimulationBuilder> more,
            String... otherDrivers)
            throws Exception {
        this(scenario, graph, more, Map.of(), otherDrivers);
    }

    /** The same with settings of components, by their pid. */
    ZeroExportSite(
            Scenario scenario,
            String graph,
            UnaryOperator<SimulationBuilder> more,
            Map<String, Map<String, Object>> settings,
            String... otherDrivers)
            throws Exception {
        simulation =
                more.apply(
                                Simulation.of(scenario)
                                        .inverter(Launch.family("growatt"), INVERTER_UNIT)
                                        .meter(Launch.family("sdm"), METER_UNIT))
                        .tcp(0)
                        .paused()
                        .start();
        meterPlug = new Plug(simulation.tcpPort());
        brokerPlug = new Plug(broker.port());
        mailbox.connect(broker.port());
        gateway.start(data);
        gateway.tap(recorder);
        loadGraphs(graph, settings, List.of(otherDrivers));
        Await.until("the graph is up", READY, this::ready, gateway::faults);
        simulation.resume();
    }

    private boolean ready() {
        try {
            return gateway.awaitReady(Duration.ofMillis(100));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void loadGraphs(
            String graph, Map<String, Map<String, Object>> settings, List<String> otherDrivers)
            throws Exception {
        Map<String, Map<String, Object>> wires = new HashMap<>(settings);
        otherDrivers.forEach(driver -> wires.put(driver, wire(simulation.tcpPort())));
        wires.put("inverter-driver", wire(simulation.tcpPort()));
        wires.put("meter-driver", wire(meterPlug.port()));
        gateway.load(
                Launch.graph("kapua-connection.xml"),
                Map.of(
                        "org.eclipse.kura.core.data.transport.mqtt.MqttDataTransport",
                        Map.of("broker-url", "mqtt://127.0.0.1:" + brokerPlug.port()),
                        "org.eclipse.kura.cloud.CloudService",
                        Map.of(
                                "control.enabled",
                                true,
                                "control.points",
                                "inverter-control/inverter_power_limit = 0..4000")));
        gateway.load(Launch.graph(graph), wires);
    }

    private static Map<String, Object> wire(int port) {
        return Map.of("connection", "tcp", "host", "127.0.0.1", "port", port);
    }

    /** What the limit told the inverter, oldest first. */
    List<Emission> limits() {
        return recorder.of("limit", 1);
    }

    /** What the limit told the inverter last, W; NaN before the first. */
    double limitW() {
        List<Emission> all = limits();
        return all.isEmpty() ? Double.NaN : all.get(all.size() - 1).number("inverter_power_limit");
    }

    /** The newest status of the limit. */
    Emission status() {
        List<Emission> all = recorder.of("limit", 0);
        return all.get(all.size() - 1);
    }

    void awaitLimit(String what, Duration bound, double leastW, double mostW) {
        Await.until(
                what,
                bound,
                () -> limitW() >= leastW && limitW() <= mostW,
                () -> limitW() + " W, " + status().text("reasons"));
    }

    /** The rest runs on: both assets give samples, and the limit its status. */
    void assertRunsOn() {
        int[] before = counts();
        Await.until(
                "two more samples of each asset and a status of the limit",
                Duration.ofSeconds(20),
                () -> {
                    int[] now = counts();
                    return now[0] >= before[0] + 2 && now[1] >= before[1] + 2 && now[2] > before[2];
                },
                () -> Arrays.toString(counts()) + " after " + Arrays.toString(before));
    }

    private int[] counts() {
        return new int[] {
            recorder.samples("meter", "grid_power").size(),
            recorder.samples("inverter", "inverter_power").size(),
            recorder.of("limit", 0).size()
        };
    }

    /** Loads something more beside the shipped graph. */
    void load(Snapshot snapshot) throws GatewayException {
        gateway.load(snapshot.stream(), "test.xml", Map.of());
    }

    /** The graph as it is now, as JSON. */
    String graph() throws KuraException {
        return (String)
                Launch.service(ConfigurationService.class)
                        .getComponentConfiguration(Snapshot.GRAPH_PID)
                        .getConfigurationProperties()
                        .get(Snapshot.GRAPH);
    }

    void killBroker() throws Exception {
        mailbox.close();
        broker.close();
    }

    /** The broker is back on its port, first for the subscriber and then for the gateway. */
    void reviveBroker() throws Exception {
        broker = Broker.start(broker.port());
        mailbox.connect(broker.port());
        brokerPlug.push();
    }

    void stopGateway() {
        gateway.stop();
    }

    @Override
    public void close() throws IOException, MqttException {
        stopGateway();
        mailbox.close();
        brokerPlug.close();
        meterPlug.close();
        broker.close();
        simulation.close();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

package io.wattwire.itest;

import io.wattwire.itest.wait.Await;
import io.wattwire.simulator.Scenario;
import io.wattwire.simulator.Simulation;
import io.wattwire.simulator.device.TableDevice;
import io.wattwire.standalone.Gateway;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * The shipped graph that shows an SDM630 to a SolarEdge inverter, over TCP at both ends. The source
 * hangs on a plug that can be pulled.
 */
final class EmulatedMeterSite implements AutoCloseable {
    static final int UNIT = 2;
    static final int POWER_1 = 1010;
    static final int IMPORT = 1002;

    private static final int SOURCE_UNIT = 1;
    private static final Duration READY = Duration.ofSeconds(60);

    final TableDevice source = TableDevice.of(Launch.family("sdm"), "sdm630");
    final Gateway gateway = Launch.service(Gateway.class);
    final Recorder recorder = new Recorder();
    final int port = freePort();
    final ModbusMaster master = new ModbusMaster(port);
    final Plug plug;
    private final Simulation simulation;
    private final Path data = Files.createTempDirectory("wattwire-itest");

    EmulatedMeterSite() throws Exception {
        source.set("grid_voltage_l1", 230.0).set("grid_energy_import", 1234.5);
        show(1500);
        simulation =
                Simulation.of(Scenario.steady(0, 0))
                        .device("source", SOURCE_UNIT, plant -> source)
                        .tcp(0)
                        .start();
        plug = new Plug(simulation.tcpPort());
        gateway.start(data);
        gateway.tap(recorder);
    }

    /** The source measures another power. */
    void show(double watts) {
        source.set("grid_power", watts).set("grid_power_l1", watts);
    }

    /** Loads the shipped graph. */
    void load() throws Exception {
        gateway.load(
                Launch.graph("solaredge-meter.xml"),
                Map.of(
                        "meter-driver",
                        Map.of("connection", "tcp", "host", "127.0.0.1", "port", plug.port()),
                        "solaredge-driver",
                        Map.of("connection", "tcp", "port", port)));
        awaitReady();
    }

    /** Loads something more, or something else. */
    void load(String xml) throws Exception {
        gateway.load(Snapshot.stream(xml), "test.xml", Map.of());
    }

    void awaitReady() {
        Await.until(
                "the graph is up",
                READY,
                () -> {
                    try {
                        return gateway.awaitReady(Duration.ofMillis(100));
                    } catch (InterruptedException e) {
                        throw new AssertionError(e);
                    }
                },
                gateway::faults);
    }

    /** Waits for a power of phase 1. */
    void awaitPower(int unit, float watts) {
        Await.until(
                "unit " + unit + " shows " + watts + " W",
                READY,
                () -> master.number(unit, POWER_1) == watts,
                () -> master.number(unit, POWER_1) + " W, faults " + gateway.faults());
    }

    /**
     * A port that was free a moment ago, and is none that a system gives to a connection: the tests
     * beside this one open many of them until the meter listens.
     */
    static int freePort() throws IOException {
        for (int tries = 0; ; tries++) {
            int port = ThreadLocalRandom.current().nextInt(10_000, 32_000);
            try (ServerSocket socket =
                    new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException taken) {
                if (tries == 100) {
                    throw taken;
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        gateway.stop();
        master.close();
        plug.close();
        simulation.close();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

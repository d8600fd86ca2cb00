package io.wattwire.source.venus;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A GX's topics on mosquitto. */
class MosquittoInterop {

    private static final long SECONDS = 20;
    private static final String SERVER = "/usr/sbin/mosquitto";

    @TempDir Path folder;

    @Test
    void whatHoldsWithOurBrokerHoldsWithMosquitto() throws Exception {
        int port = freePort();
        Process process = mosquitto(port);
        try (StallingLink link = new StallingLink(port);
                BrokerGx gx = new BrokerGx("tcp://127.0.0.1:" + port, new MqttConnectOptions())) {
            GxSteps steps = new GxSteps(gx);
            try (VenusMqtt source =
                    steps.onBroker(Map.of("host", "127.0.0.1", "port", "" + link.port()))) {
                assertNotNull(source);
                steps.changesAreEmittedWithTheTimeOfTheirArrival();
                steps.aDeadMeterIsSilentHoweverOftenAnybodyAsks();
                steps.nothingThatTheNetworkKeptIsFresh(link);
            }
        } finally {
            process.destroy();
            process.waitFor(SECONDS, TimeUnit.SECONDS);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    private Process mosquitto(int port) throws IOException, InterruptedException {
        Path settings = folder.resolve("mosquitto.conf");
        Files.writeString(settings, "listener " + port + " 127.0.0.1\nallow_anonymous true\n");
        Path log = folder.resolve("mosquitto.log");
        Process process =
                new ProcessBuilder(
                                Files.isExecutable(Path.of(SERVER)) ? SERVER : "mosquitto",
                                "-c",
                                settings.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (true) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
                return process;
            } catch (IOException notYet) {
                if (process.waitFor(50, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
                    process.destroy();
                    throw new IOException(Files.readString(log), notYet);
                }
            }
        }
    }
}

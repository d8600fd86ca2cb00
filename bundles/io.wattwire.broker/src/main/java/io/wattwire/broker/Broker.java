package io.wattwire.broker;

import io.moquette.broker.Server;
import io.moquette.broker.config.IConfig;
import io.moquette.broker.config.MemoryConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * An MQTT 3.1.1 broker (Moquette) on the loopback interface. It keeps nothing over its end and asks
 * for no credentials: it is for demonstrations and tests, not for gateways.
 */
public final class Broker implements AutoCloseable {
    private static final Duration BIND_LIMIT = Duration.ofSeconds(10);
    private static final long LOOK_AGAIN_MS = 5;

    private final Server server = new Server();
    private final Path directory;
    private final int port;

    private Broker(int wantedPort) throws IOException {
        directory = Files.createTempDirectory("wattwire-broker");
        Properties settings = new Properties();
        settings.setProperty(
                IConfig.HOST_PROPERTY_NAME, InetAddress.getLoopbackAddress().getHostAddress());
        settings.setProperty(IConfig.PORT_PROPERTY_NAME, Integer.toString(wantedPort));
        settings.setProperty(IConfig.ALLOW_ANONYMOUS_PROPERTY_NAME, "true");
        settings.setProperty(IConfig.PERSISTENCE_ENABLED_PROPERTY_NAME, "false");
        settings.setProperty(IConfig.ENABLE_TELEMETRY_NAME, "false");
        settings.setProperty(IConfig.DATA_PATH_PROPERTY_NAME, directory.toString());
        settings.setProperty(IConfig.BUFFER_FLUSH_MS_PROPERTY_NAME, "0"); // at once
        try {
            server.startServer(new MemoryConfig(settings));
            port = wantedPort == 0 ? awaitPort() : wantedPort;
        } catch (IOException | RuntimeException e) { // Moquette wraps the reason
            close();
            throw new IOException(
                    "broker: cannot listen on port %d (%s); choose another or 0"
                            .formatted(wantedPort, e.getMessage()),
                    e);
        }
    }

    /**
     * Starts a broker.
     *
     * @param port the TCP port; 0 for any that is free
     * @return the running broker
     * @throws IOException if the port is taken or the temporary directory cannot be made
     */
    public static Broker start(int port) throws IOException {
        return new Broker(port);
    }

    /** Moquette learns its port on another thread, a moment after it has begun to listen. */
    private int awaitPort() throws IOException {
        long end = System.nanoTime() + BIND_LIMIT.toNanos();
        while (server.getPort() <= 0) {
            if (System.nanoTime() - end >= 0) {
                throw new IOException(
                        "broker does not listen within " + BIND_LIMIT.toSeconds() + " s");
            }
            try {
                Thread.sleep(LOOK_AGAIN_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while the broker starts", e);
            }
        }
        return server.getPort();
    }

    /** {@return the TCP port} */
    public int port() {
        return port;
    }

    /** {@return the address, as Kura's {@code broker-url} wants it} */
    public String url() {
        return "mqtt://" + InetAddress.getLoopbackAddress().getHostAddress() + ":" + port;
    }

    /** Ends all connections and frees the port. */
    @Override
    public void close() {
        server.stopServer();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            directory.toFile().deleteOnExit(); // a leftover in a temporary directory
        }
    }
}

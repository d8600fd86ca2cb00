package io.wattwire.broker;

import io.moquette.broker.Server;
import io.moquette.broker.config.IConfig;
import io.moquette.broker.config.MemoryConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * An MQTT 3.1.1 broker (Moquette) on the loopback interface. It keeps nothing over its end and asks
 * for no credentials: it is for demonstrations and tests, not for gateways.
 */
public final class Broker implements AutoCloseable {
    /** Between looking for a free port and taking it another process may be quicker. */
    private static final int ATTEMPTS = 5;

    /** Bytes of a message; descriptions of devices are long. */
    private static final String LARGEST = "1000000";

    private static final long LOOK_NANOS = 5_000_000;

    private final Server server = new Server();
    private final Path directory;
    private final int port;

    private Broker(int port) throws IOException {
        this.port = port;
        directory = Files.createTempDirectory("wattwire-broker");
        Properties settings = new Properties();
        settings.setProperty(
                IConfig.HOST_PROPERTY_NAME, InetAddress.getLoopbackAddress().getHostAddress());
        settings.setProperty(IConfig.PORT_PROPERTY_NAME, Integer.toString(port));
        settings.setProperty(IConfig.ALLOW_ANONYMOUS_PROPERTY_NAME, "true");
        settings.setProperty(IConfig.PERSISTENCE_ENABLED_PROPERTY_NAME, "false");
        settings.setProperty(IConfig.ENABLE_TELEMETRY_NAME, "false");
        settings.setProperty(IConfig.DATA_PATH_PROPERTY_NAME, directory.toString());
        settings.setProperty(IConfig.BUFFER_FLUSH_MS_PROPERTY_NAME, "0"); // at once
        settings.setProperty(IConfig.NETTY_MAX_BYTES_PROPERTY_NAME, LARGEST);
        try {
            server.startServer(new MemoryConfig(settings));
        } catch (IOException | RuntimeException e) { // Moquette wraps the reason
            close();
            throw new IOException(
                    "broker: cannot listen on port %d (%s); choose another or 0"
                            .formatted(port, e.getMessage()),
                    e);
        }
    }

    /**
     * Starts a broker. When this returns it listens.
     *
     * @param port the TCP port; 0 for any that is free
     * @return the running broker
     * @throws IOException if the port is taken or the temporary directory cannot be made
     */
    public static Broker start(int port) throws IOException {
        if (port != 0) {
            return new Broker(port);
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return new Broker(freePort());
            } catch (IOException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /**
     * Moquette itself can take any free port, but 0.17 does not always tell which: it notes the
     * port on another thread, and asking before that makes it answer 0 for ever.
     */
    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    private boolean isFree() {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.isBound();
        } catch (IOException stillListening) {
            return false;
        }
    }

    /** {@return the TCP port} */
    public int port() {
        return port;
    }

    /** {@return the address, as Kura's {@code broker-url} wants it} */
    public String url() {
        return "mqtt://" + InetAddress.getLoopbackAddress().getHostAddress() + ":" + port;
    }

    /**
     * Ends all connections and frees the port. The server's threads end some seconds later: its
     * network library waits for work that could still come, which here is none.
     */
    @Override
    public void close() {
        Thread stop = new Thread(server::stopServer, "wattwire-broker-stop");
        stop.setDaemon(true);
        stop.start();
        while (stop.isAlive() && !isFree()) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            directory.toFile().deleteOnExit(); // a leftover in a temporary directory
        }
    }
}

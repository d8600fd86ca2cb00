package io.wattwire.publish.homeassistant;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real mosquitto on the loopback interface with TLS, a certificate of its own and a password. */
final class Mosquitto implements AutoCloseable {

    static final String USER = "gateway";
    static final String PASSWORD = "s3cret";
    private static final long SECONDS = 20;

    private final Process process;
    private final int port;
    private final Path certificate;

    Mosquitto(Path folder) throws IOException, InterruptedException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = probe.getLocalPort();
        }
        certificate = folder.resolve("server.pem");
        Path key = folder.resolve("server.key");
        run(
                List.of(
                        "openssl",
                        "req",
                        "-x509",
                        "-newkey",
                        "rsa:2048",
                        "-nodes",
                        "-days",
                        "2",
                        "-subj",
                        "/CN=localhost",
                        "-addext",
                        "subjectAltName=IP:127.0.0.1",
                        "-keyout",
                        key.toString(),
                        "-out",
                        certificate.toString()));
        Path passwords = folder.resolve("passwords");
        run(List.of("mosquitto_passwd", "-c", "-b", passwords.toString(), USER, PASSWORD));
        Path configuration =
                Files.writeString(
                        folder.resolve("mosquitto.conf"),
                        String.join(
                                "\n",
                                "listener " + port + " 127.0.0.1",
                                "certfile " + certificate,
                                "keyfile " + key,
                                "password_file " + passwords,
                                "allow_anonymous false",
                                "user " + System.getProperty("user.name"),
                                ""));
        String found = Files.isExecutable(Path.of("/usr/sbin/mosquitto")) ? "/usr/sbin/" : "";
        process =
                new ProcessBuilder(found + "mosquitto", "-c", configuration.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("mosquitto.log").toFile())
                        .start();
        awaitPort(folder);
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException(command + " failed");
        }
    }

    private void awaitPort(Path folder) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (true) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
                return;
            } catch (IOException notYet) {
                boolean ended = process.waitFor(50, TimeUnit.MILLISECONDS);
                if (ended || System.nanoTime() > end) {
                    throw new IOException(Files.readString(folder.resolve("mosquitto.log")));
                }
            }
        }
    }

    int port() {
        return port;
    }

    /** Its own certificate, which certifies itself. */
    Path certificate() {
        return certificate;
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stop) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}

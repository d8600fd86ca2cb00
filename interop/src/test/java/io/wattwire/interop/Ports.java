package io.wattwire.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports for programs that cannot say which one they took. */
final class Ports {
    private static final int TRIES = 100;

    private Ports() {}

    /**
     * A port that was free a moment ago, and is none that a system gives to a connection: what runs
     * beside a test opens many of them until its program listens.
     */
    static int free() {
        for (int tries = 0; ; tries++) {
            int port = ThreadLocalRandom.current().nextInt(10_000, 32_000);
            try (ServerSocket socket =
                    new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException taken) {
                if (tries == TRIES) {
                    throw new UncheckedIOException(taken);
                }
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }
}

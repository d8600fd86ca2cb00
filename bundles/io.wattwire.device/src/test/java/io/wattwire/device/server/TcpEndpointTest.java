package io.wattwire.device.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A place for each client, and none for ever. */
class TcpEndpointTest {

    private static final int HUNG_UP = -1;

    /** Says back what it hears. */
    private static final Conversant ECHO =
            peer -> {
                byte[] buffer = new byte[1];
                while (peer.read(buffer) > 0) {
                    peer.write(buffer);
                }
            };

    private static Socket connect(TcpEndpoint endpoint) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), endpoint.port());
        socket.setSoTimeout(30_000);
        return socket;
    }

    /** Says something and gives the answer, or that it was hung up. */
    private static int ask(Socket socket) throws IOException {
        try {
            socket.getOutputStream().write(7);
            return socket.getInputStream().read();
        } catch (SocketException hungUp) {
            return HUNG_UP;
        }
    }

    private static TcpEndpoint start(Duration silent) throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        TcpEndpoint endpoint = new TcpEndpoint(here, 0, 1, any -> true, silent);
        endpoint.start(ECHO);
        return endpoint;
    }

    @Test
    void aClientThatSpeaksKeepsItsPlace() throws IOException {
        TcpEndpoint endpoint = start(Duration.ofHours(1));
        try (Socket first = connect(endpoint)) {
            assertEquals(7, ask(first));
            try (Socket second = connect(endpoint)) {
                assertEquals(HUNG_UP, ask(second));
            }
            assertEquals(7, ask(first));
        } finally {
            endpoint.close();
        }
    }

    @Test
    void aConnectionThatAGatewayLeftBehindGivesWay() throws IOException {
        TcpEndpoint endpoint = start(Duration.ofMillis(1));
        try (Socket left = connect(endpoint)) {
            assertEquals(7, ask(left));
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            int answer = HUNG_UP;
            while (answer == HUNG_UP && System.nanoTime() < end) {
                try (Socket again = connect(endpoint)) {
                    answer = ask(again);
                }
            }
            assertEquals(7, answer);
            assertTrue(left.getInputStream().read() < 0, "the one that was left is closed");
        } finally {
            endpoint.close();
        }
    }
}

package io.wattwire.device.server;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * Serves recorded exchanges as the device that was recorded: the n-th request of a kind gets the
 * bytes that the n-th one got, and the last ones again when there are no more. What was never asked
 * is refused where the protocol can say so, and else stays unanswered. Thread-safe.
 */
public final class ReplayServer implements AutoCloseable {

    private static final int CLIENTS = 4;

    private final TcpEndpoint endpoint;
    private final CountDownLatch stopped;

    private ReplayServer(TcpEndpoint endpoint, CountDownLatch stopped) {
        this.endpoint = endpoint;
        this.stopped = stopped;
    }

    /**
     * What was asked, and what came back before the next request; nothing if that was silence.
     *
     * @param request a whole frame; of HTTP method, path and body as {@link
     *     io.wattwire.device.link.HttpMessage#bytes} writes them
     * @param answers whole frames or other bytes, in order; of HTTP the status, a line end and the
     *     body
     */
    public record Exchange(byte[] request, List<byte[]> answers) {

        /** Copies the list. {@inheritDoc} */
        public Exchange {
            answers = List.copyOf(answers);
        }
    }

    /**
     * Starts to serve on TCP; frames of a serial line are served as by a serial server.
     *
     * @param link text of the recorded link's address
     * @param exchanges what was recorded, in order
     * @param address address to bind
     * @param port TCP port, 0 for any free one
     * @return the running server, to be closed by the caller
     * @throws IOException if the endpoint cannot be opened
     * @throws IllegalArgumentException if links of this kind cannot be replayed
     */
    public static ReplayServer start(
            String link, List<Exchange> exchanges, InetAddress address, int port)
            throws IOException {
        CountDownLatch stopped = new CountDownLatch(1);
        Conversant replay =
                link.startsWith("http:")
                        ? new DocumentReplay(exchanges, stopped)
                        : new ReplayResponder(Replayed.of(link), exchanges, stopped);
        TcpEndpoint endpoint = new TcpEndpoint(address, port, CLIENTS, client -> true);
        endpoint.start(replay);
        return new ReplayServer(endpoint, stopped);
    }

    /**
     * Tells whether two requests ask for the same, whatever their numbers.
     *
     * @param link text of the recorded link's address
     * @param one a whole request as recorded there
     * @param other another one
     * @return whether the device was asked the same twice
     * @throws IllegalArgumentException if links of this kind cannot be replayed
     */
    public static boolean asksTheSame(String link, byte[] one, byte[] other) {
        if (link.startsWith("http:")) {
            return Arrays.equals(one, other);
        }
        Replayed kind = Replayed.of(link);
        return kind.key(one).equals(kind.key(other));
    }

    /**
     * Tells where the server listens.
     *
     * @return the TCP port
     */
    public int port() {
        return endpoint.port();
    }

    @Override
    public void close() {
        stopped.countDown();
        endpoint.close();
    }
}

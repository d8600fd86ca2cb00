package io.wattwire.device.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Accepts a bounded number of TCP connections, one thread each; what is beyond is closed at once,
 * unless a connection that has been silent for a while can give way: a gateway that lost its power
 * dials in again and leaves its old connections behind.
 */
final class TcpEndpoint implements Endpoint {

    private static final Logger LOG = LoggerFactory.getLogger(TcpEndpoint.class);

    private static final long RETRY_NANOS = 50_000_000;
    private static final Duration SILENT = Duration.ofSeconds(30);

    private final InetAddress address;
    private final int wantedPort;
    private final int most;
    private final Predicate<InetAddress> allowed;
    private final Duration silent;
    private final Set<SocketPeer> peers = ConcurrentHashMap.newKeySet();
    private final ServerThreads threads = new ServerThreads();
    private ServerSocket listener;

    TcpEndpoint(InetAddress address, int port, int most, Predicate<InetAddress> allowed) {
        this(address, port, most, allowed, SILENT);
    }

    /**
     * @param silent how long a connection must have said nothing to give way to a new one
     */
    TcpEndpoint(
            InetAddress address,
            int port,
            int most,
            Predicate<InetAddress> allowed,
            Duration silent) {
        this.silent = silent;
        this.address = address;
        this.wantedPort = port;
        this.most = most;
        this.allowed = allowed;
    }

    @Override
    public void start(Conversant conversant) throws IOException {
        listener = new ServerSocket();
        try {
            listener.setReuseAddress(true);
            listener.bind(new InetSocketAddress(address, wantedPort), most);
        } catch (IOException e) {
            listener.close();
            throw new IOException(
                    "cannot listen on "
                            + address.getHostAddress()
                            + ":"
                            + wantedPort
                            + ": "
                            + e.getMessage(),
                    e);
        }
        threads.start("wattwire-server-" + port(), () -> accept(conversant));
    }

    @Override
    public int port() {
        return listener.getLocalPort();
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            LOG.debug("closing the listener failed", e);
        }
        peers.forEach(Peer::close);
        threads.join();
    }

    private void accept(Conversant conversant) {
        while (!listener.isClosed()) {
            try {
                serve(listener.accept(), conversant);
            } catch (IOException e) {
                LOG.debug("accepting failed", e); // closed, client gone again, or no handles left
                LockSupport.parkNanos(RETRY_NANOS);
            }
        }
    }

    private void serve(Socket socket, Conversant conversant) throws IOException {
        SocketPeer peer = new SocketPeer(socket);
        if (!allowed.test(socket.getInetAddress())) {
            LOG.debug("refused {}: not among the allowed clients", socket.getInetAddress());
            peer.close();
            return;
        }
        if (peers.size() >= most && !oneGivesWay()) {
            LOG.warn(
                    "refused {}: all {} connections are taken",
                    socket.getRemoteSocketAddress(),
                    most);
            peer.close();
            return;
        }
        peers.add(peer);
        if (listener.isClosed()) {
            peer.close(); // close() may not have seen it
        }
        threads.start(
                "wattwire-server-" + port() + "-" + socket.getPort(),
                () -> serve(peer, conversant));
    }

    private boolean oneGivesWay() {
        Optional<SocketPeer> quietest =
                peers.stream()
                        .max(Comparator.comparingLong(SocketPeer::idleNanos))
                        .filter(peer -> peer.idleNanos() >= silent.toNanos());
        quietest.ifPresent(
                peer -> {
                    LOG.info("{} says nothing and gives way to a new client", peer.name());
                    peers.remove(peer);
                    peer.close();
                });
        return quietest.isPresent();
    }

    private void serve(SocketPeer peer, Conversant conversant) {
        try {
            conversant.serve(peer);
        } catch (IOException e) {
            LOG.debug("connection ended", e);
        } finally {
            peers.remove(peer);
            peer.close();
        }
    }
}

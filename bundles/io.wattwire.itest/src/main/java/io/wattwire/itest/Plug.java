package io.wattwire.itest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashSet;
import java.util.Set;

/**
 * A plug between a client and a server on loopback. While it is pulled each connection ends at
 * once. It keeps its port all the time, so that nobody else can take it meanwhile.
 */
public final class Plug implements AutoCloseable {
    private static final int BACKLOG = 16;
    private static final int BUFFER = 8192;

    private final ServerSocket entry;
    private final int target;
    private final Set<Socket> open = new HashSet<>();
    private boolean plugged = true;

    /**
     * Plugged in, on a free port.
     *
     * @param target the server's port
     * @throws IOException if there is no free port
     */
    public Plug(int target) throws IOException {
        this.target = target;
        this.entry = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        start("accept", this::accept);
    }

    /**
     * Where the client finds the server.
     *
     * @return the TCP port
     */
    public int port() {
        return entry.getLocalPort();
    }

    /** Ends all connections and lets none through any more. */
    public synchronized void pull() {
        plugged = false;
        open.forEach(Plug::end);
        open.clear();
    }

    /** Lets connections through again. */
    public synchronized void push() {
        plugged = true;
    }

    @Override
    public void close() {
        pull();
        try {
            entry.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void start(String name, Runnable task) {
        Thread thread = new Thread(task, "plug-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!entry.isClosed()) {
            try {
                connect(entry.accept());
            } catch (IOException e) {
                continue; // closed, or the server is not there: the client sees its connection end
            }
        }
    }

    private synchronized void connect(Socket client) throws IOException {
        if (!plugged) {
            end(client);
            return;
        }
        try {
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            open.add(client);
            open.add(server);
            start("there", () -> pump(client, server));
            start("back", () -> pump(server, client));
        } catch (IOException e) {
            end(client);
            throw e;
        }
    }

    private static void pump(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] bytes = new byte[BUFFER];
            for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
                out.write(bytes, 0, n);
            }
        } catch (IOException e) {
            return; // one side is gone, so the other goes too
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

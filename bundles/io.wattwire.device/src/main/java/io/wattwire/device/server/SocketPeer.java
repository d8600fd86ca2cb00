package io.wattwire.device.server;

import java.io.IOException;
import java.net.Socket;

/**
 * A client's TCP connection. One that says nothing for a long time is given up, as it takes a place
 * from others.
 */
final class SocketPeer implements Peer {

    private static final int IDLE_MILLIS = 300_000;

    private final Socket socket;
    private volatile long heardAt = System.nanoTime();

    SocketPeer(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(IDLE_MILLIS);
    }

    @Override
    public int read(byte[] buffer) throws IOException {
        int count = socket.getInputStream().read(buffer);
        heardAt = System.nanoTime();
        return count;
    }

    /** For how long it has said nothing. */
    long idleNanos() {
        return System.nanoTime() - heardAt;
    }

    @Override
    public String name() {
        return socket.getInetAddress().getHostAddress();
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    @Override
    public void hangUp() {
        close();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            return; // it is given up anyway
        }
    }
}

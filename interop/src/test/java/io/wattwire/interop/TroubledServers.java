package io.wattwire.interop;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;

/** Servers as publishers must bear them: one hangs, one refuses, one floods. */
final class TroubledServers implements AutoCloseable {

    private static final int BACKLOG = 64;
    private static final int CHUNK = 8192;

    private final ServerSocket hanging = open();
    private final ServerSocket flooding = open();
    private final int refusing;

    TroubledServers() throws IOException {
        try (ServerSocket gone = open()) {
            refusing = gone.getLocalPort();
        }
        accept(hanging, TroubledServers::swallow);
        accept(flooding, TroubledServers::flood);
    }

    /** Takes what comes and never answers. */
    int hanging() {
        return hanging.getLocalPort();
    }

    /** Answers without an end. */
    int flooding() {
        return flooding.getLocalPort();
    }

    /** Nobody listens there. */
    int refusing() {
        return refusing;
    }

    private static ServerSocket open() throws IOException {
        return new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    }

    private interface Behaviour {
        void serve(Socket socket) throws IOException;
    }

    private static void accept(ServerSocket server, Behaviour behaviour) {
        start(
                () -> {
                    while (!server.isClosed()) {
                        try {
                            Socket socket = server.accept();
                            start(() -> serve(socket, behaviour));
                        } catch (IOException closed) {
                            return;
                        }
                    }
                });
    }

    private static void serve(Socket socket, Behaviour behaviour) {
        try (socket) {
            behaviour.serve(socket);
        } catch (IOException gone) {
            // the publisher had enough
        }
    }

    private static void swallow(Socket socket) throws IOException {
        socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    private static void flood(Socket socket) throws IOException {
        byte[] chunk = new byte[CHUNK];
        Arrays.fill(chunk, (byte) 'x');
        OutputStream out = socket.getOutputStream();
        out.write("HTTP/1.1 200 OK\r\nX-Endless: ".getBytes());
        while (true) {
            out.write(chunk);
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "troubled server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        hanging.close();
        flooding.close();
    }
}

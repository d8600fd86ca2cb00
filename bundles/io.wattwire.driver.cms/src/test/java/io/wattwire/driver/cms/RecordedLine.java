package io.wattwire.driver.cms;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A serial server that answers just the requests of a recording, byte for byte, and stays silent
 * otherwise. The last answer to a request is repeated.
 */
final class RecordedLine implements AutoCloseable {

    private static final HexFormat HEX = HexFormat.of();
    private static final int HEADER = 9;
    private static final int AROUND = 11;

    private final ServerSocket socket;
    private final Map<String, Deque<String>> answers = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Thread thread;

    RecordedLine() throws IOException {
        socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        thread = new Thread(this::serve, "recorded-line");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    /** From now on this request is answered so, after the answers that it already has. */
    RecordedLine answers(String request, String response) {
        answers.computeIfAbsent(request, key -> new ArrayDeque<>()).add(response);
        return this;
    }

    /** From now on this request is not answered any more. */
    void forget(String request) {
        answers.remove(request);
    }

    /** What was asked, in hex. */
    List<String> requests() {
        return requests;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                client.setTcpNoDelay(true);
                serve(client);
            } catch (IOException ended) {
                continue; // the next client, or the end
            }
        }
    }

    private void serve(Socket client) throws IOException {
        InputStream in = client.getInputStream();
        while (true) {
            byte[] header = in.readNBytes(HEADER);
            if (header.length < HEADER) {
                return;
            }
            byte[] rest = in.readNBytes((header[HEADER - 1] & 0xFF) + AROUND - HEADER);
            String request = HEX.formatHex(header) + HEX.formatHex(rest);
            requests.add(request);
            Deque<String> left = answers.getOrDefault(request, new ArrayDeque<>());
            String response = left.size() > 1 ? left.poll() : left.peek();
            if (response != null) {
                client.getOutputStream().write(HEX.parseHex(response));
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        thread.interrupt();
    }
}

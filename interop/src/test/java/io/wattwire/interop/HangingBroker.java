package io.wattwire.interop;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An MQTT broker that takes what is published until it hangs: then it takes connections, reads
 * nothing more, answers nothing and closes none.
 */
final class HangingBroker implements AutoCloseable {

    private static final Path GRAPHS = Path.of("..", "dp", "graphs");
    private static final String END = "</esf:configurations>";
    private static final int BACKLOG = 16;
    private static final int CONNECT = 1;
    private static final int PUBLISH = 3;
    private static final int SUBSCRIBE = 8;
    private static final int UNSUBSCRIBE = 10;
    private static final int PING = 12;

    private final ServerSocket server =
            new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    private final AtomicInteger published = new AtomicInteger();
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile boolean hangs;

    HangingBroker() throws IOException {
        start(this::accept);
    }

    /** The shipped graph together with the shipped connection to Kapua. */
    static Path graph(Path folder) throws IOException {
        String limit = Files.readString(RunningLimit.SHIPPED);
        String cloud = Files.readString(GRAPHS.resolve("kapua-connection.xml"));
        int begin = cloud.indexOf("  <esf:configuration ");
        String more = cloud.substring(begin, cloud.indexOf(END));
        Path file = folder.resolve("zero-export-and-kapua.xml");
        return Files.writeString(file, limit.replace(END, more + END));
    }

    /** The property that leads the graph here. */
    String set() {
        return "org.eclipse.kura.core.data.transport.mqtt.MqttDataTransport/broker-url="
                + "mqtt://127.0.0.1:"
                + server.getLocalPort();
    }

    int published() {
        return published.get();
    }

    void hang() {
        hangs = true;
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "hanging broker");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket;
                DataInputStream in = new DataInputStream(socket.getInputStream())) {
            while (!hangs) {
                int head = in.readUnsignedByte();
                byte[] body = in.readNBytes(length(in));
                if (!hangs) {
                    answer(head, body, socket.getOutputStream());
                }
            }
            end.await();
        } catch (IOException gone) {
            // the gateway had enough
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int length(DataInputStream in) throws IOException {
        int length = 0;
        for (int shift = 0; shift < 28; shift += 7) {
            int digit = in.readUnsignedByte();
            length |= (digit & 0x7F) << shift;
            if (digit < 0x80) {
                return length;
            }
        }
        throw new IOException("a length of more than four bytes");
    }

    private void answer(int head, byte[] body, OutputStream out) throws IOException {
        switch (head >> 4) {
            case CONNECT -> out.write(new byte[] {0x20, 2, 0, 0});
            case PUBLISH -> {
                published.incrementAndGet();
                if ((head & 2) != 0) { // quality of service 1
                    int id = 2 + (body[0] << 8 | body[1] & 0xFF);
                    out.write(new byte[] {0x40, 2, body[id], body[id + 1]});
                }
            }
            case SUBSCRIBE -> out.write(granted(body));
            case UNSUBSCRIBE -> out.write(new byte[] {(byte) 0xB0, 2, body[0], body[1]});
            case PING -> out.write(new byte[] {(byte) 0xD0, 0});
            default -> {
                return; // needs no answer
            }
        }
        out.flush();
    }

    private static byte[] granted(byte[] body) {
        int filters = 0;
        for (int at = 2; at < body.length; filters++) {
            at += 3 + (body[at] << 8 | body[at + 1] & 0xFF);
        }
        byte[] answer = new byte[4 + filters];
        answer[0] = (byte) 0x90;
        answer[1] = (byte) (2 + filters);
        answer[2] = body[0];
        answer[3] = body[1];
        return answer;
    }

    @Override
    public void close() throws IOException {
        end.countDown();
        server.close();
    }
}

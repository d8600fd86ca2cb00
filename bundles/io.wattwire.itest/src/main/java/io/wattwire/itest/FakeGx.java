package io.wattwire.itest;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The bus of a GX as far as a service notices it: everybody gets in and the name that he wants, and
 * nobody else is there. It writes to items, as VRM does.
 */
final class FakeGx implements AutoCloseable {

    private static final int CALL = 1;
    private static final int RETURN = 2;
    private static final int ERROR = 3;
    private static final int PATH = 1;
    private static final int INTERFACE = 2;
    private static final int MEMBER = 3;
    private static final int ERROR_NAME = 4;
    private static final int REPLY_TO = 5;
    private static final int DESTINATION = 6;
    private static final int SENDER = 7;
    private static final int SIGNATURE = 8;
    private static final String BUS = "org.freedesktop.DBus";
    private static final String ME = ":1.1";
    private static final long SECONDS = 60;

    private final Path directory = Files.createTempDirectory("gx");
    private final ServerSocketChannel server =
            ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    private final Map<String, SocketChannel> names = new ConcurrentHashMap<>();
    private final Map<Integer, CompletableFuture<Integer>> open = new ConcurrentHashMap<>();
    private final AtomicInteger serials = new AtomicInteger(1000);

    FakeGx() throws IOException {
        server.bind(UnixDomainSocketAddress.of(directory.resolve("bus")));
        daemon(this::accept);
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "gx");
        thread.setDaemon(true);
        thread.start();
    }

    String address() {
        return "unix:path=" + directory.resolve("bus");
    }

    boolean has(String name) {
        return names.containsKey(name);
    }

    private void accept() {
        try {
            while (true) {
                SocketChannel channel = server.accept();
                daemon(() -> serve(channel));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void serve(SocketChannel channel) {
        try (channel) {
            line(channel); // who it is
            channel.write(StandardCharsets.US_ASCII.encode("OK 1234\r\n"));
            line(channel); // BEGIN
            while (true) {
                hear(channel);
            }
        } catch (IOException gone) {
            names.values().remove(channel);
        }
    }

    private void hear(SocketChannel channel) throws IOException {
        ByteBuffer head = fill(channel, 16);
        ByteBuffer fields = fill(channel, (head.getInt(12) + 7) / 8 * 8);
        ByteBuffer body = fill(channel, head.getInt(4));
        Map<Integer, String> said = fields(fields, head.getInt(12));
        if (head.get(1) == CALL) {
            answer(channel, head.getInt(8), said.get(MEMBER), body);
        } else if (said.containsKey(REPLY_TO)) {
            CompletableFuture<Integer> waits = open.remove(Integer.valueOf(said.get(REPLY_TO)));
            if (waits != null) {
                waits.complete(head.get(1) == RETURN ? body.getInt(0) : Integer.valueOf(-1));
            }
        }
    }

    private void answer(SocketChannel channel, int serial, String member, ByteBuffer body)
            throws IOException {
        int mine = serials.incrementAndGet();
        Map<Integer, Object> fields = new TreeMap<>();
        fields.put(REPLY_TO, serial);
        fields.put(DESTINATION, ME);
        fields.put(SENDER, BUS);
        switch (member) {
            case "Hello" -> {
                fields.put(SIGNATURE, "s");
                send(channel, RETURN, mine, fields, text(ME));
            }
            case "RequestName" -> {
                names.put(string(body, 0), channel);
                fields.put(SIGNATURE, "u");
                send(channel, RETURN, mine, fields, new byte[] {1, 0, 0, 0});
            }
            case "AddMatch", "ReleaseName", "RemoveMatch" ->
                    send(channel, RETURN, mine, fields, new byte[0]);
            default -> {
                fields.put(ERROR_NAME, BUS + ".Error.ServiceUnknown");
                send(channel, ERROR, mine, fields, new byte[0]);
            }
        }
    }

    /**
     * Writes to an item.
     *
     * @param value a double or a text
     * @return what SetValue answers: 0 for done
     */
    int set(String service, String path, Object value) throws Exception {
        Map<Integer, Object> fields = new TreeMap<>();
        fields.put(PATH, path);
        fields.put(INTERFACE, "com.victronenergy.BusItem");
        fields.put(MEMBER, "SetValue");
        fields.put(DESTINATION, service);
        fields.put(SENDER, ":1.9");
        fields.put(SIGNATURE, "v");
        ByteBuffer body = buffer(64);
        if (value instanceof Double number) {
            body.put(signature("d")).position(8).putDouble(number);
        } else {
            body.put(signature("s")).position(4).put(text(value.toString()));
        }
        byte[] variant = new byte[body.position()];
        body.get(0, variant);
        CompletableFuture<Integer> answer = new CompletableFuture<>();
        int serial = serials.incrementAndGet();
        open.put(serial, answer);
        send(names.get(service), CALL, serial, fields, variant);
        return answer.get(SECONDS, TimeUnit.SECONDS);
    }

    private synchronized void send(
            SocketChannel channel, int type, int serial, Map<Integer, Object> fields, byte[] body)
            throws IOException {
        ByteBuffer all = buffer(1024);
        all.put((byte) 'l').put((byte) type).put((byte) 0).put((byte) 1);
        all.putInt(body.length).putInt(serial).putInt(0);
        for (Map.Entry<Integer, Object> field : fields.entrySet()) {
            int code = field.getKey();
            align(all, 8).put((byte) code);
            if (code == REPLY_TO) {
                all.put(signature("u"));
                align(all, 4).putInt((Integer) field.getValue());
            } else if (code == SIGNATURE) {
                all.put(signature("g")).put(signature(field.getValue().toString()));
            } else {
                all.put(signature(code == PATH ? "o" : "s"));
                align(all, 4).put(text(field.getValue().toString()));
            }
        }
        all.putInt(12, all.position() - 16);
        align(all, 8).put(body).flip();
        while (all.hasRemaining()) {
            channel.write(all);
        }
    }

    private static Map<Integer, String> fields(ByteBuffer from, int length) {
        Map<Integer, String> fields = new TreeMap<>();
        while (from.position() < length) {
            align(from, 8);
            int code = from.get();
            from.get();
            char type = (char) from.get();
            from.get();
            if (type == 'u') {
                fields.put(code, String.valueOf(align(from, 4).getInt()));
            } else if (type == 'g') {
                from.position(from.position() + 2 + from.get(from.position()));
            } else {
                String text = string(align(from, 4), from.position());
                fields.put(code, text);
                from.position(from.position() + 4 + text.length() + 1);
            }
        }
        return fields;
    }

    private static String string(ByteBuffer from, int at) {
        byte[] text = new byte[from.getInt(at)];
        from.get(at + 4, text);
        return new String(text, StandardCharsets.US_ASCII);
    }

    private static byte[] text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        return buffer(4 + bytes.length + 1).putInt(bytes.length).put(bytes).array();
    }

    private static byte[] signature(String types) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(types.length());
        out.writeBytes(types.getBytes(StandardCharsets.US_ASCII));
        out.write(0);
        return out.toByteArray();
    }

    private static ByteBuffer align(ByteBuffer buffer, int to) {
        return buffer.position((buffer.position() + to - 1) / to * to);
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void line(SocketChannel channel) throws IOException {
        while (fill(channel, 1).get(0) != '\n') {
            // up to its end
        }
    }

    private static ByteBuffer fill(SocketChannel channel, int size) throws IOException {
        ByteBuffer buffer = buffer(size);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new EOFException("it hung up");
            }
        }
        return buffer.flip();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (SocketChannel channel : names.values()) {
            channel.close();
        }
        Files.deleteIfExists(directory.resolve("bus"));
        Files.deleteIfExists(directory);
    }
}

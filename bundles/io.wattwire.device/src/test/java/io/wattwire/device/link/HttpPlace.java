package io.wattwire.device.link;

import io.wattwire.device.model.Documents;
import io.wattwire.device.model.RegisterTable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A host on loopback that says to every request what a test wants, whatever HTTP allows. */
final class HttpPlace implements AutoCloseable {

    /** Two members of one document, and one that is written with its neighbours. */
    static final Documents DOCUMENTS = documents();

    /** What is said to a request. */
    interface Script {
        void answer(String request, OutputStream out) throws IOException, InterruptedException;
    }

    private final ServerSocket listener;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile Script script;

    HttpPlace(Script script) throws IOException {
        this.script = script;
        listener = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::accept, "http-place");
        thread.setDaemon(true);
        thread.start();
    }

    static Script saying(String text) {
        return (request, out) -> out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    static Script saying(int status, String body) {
        return saying(
                "HTTP/1.1 %d X\r\nContent-Length: %d\r\n\r\n%s"
                        .formatted(status, body.length(), body));
    }

    void say(Script other) {
        script = other;
    }

    /** Head and body of each request so far. */
    List<String> requests() {
        return requests;
    }

    Http address() {
        return new Http("127.0.0.1", listener.getLocalPort(), Credential.NONE);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try (Socket socket = listener.accept()) {
                String request = request(socket);
                requests.add(request);
                script.answer(request, socket.getOutputStream());
            } catch (IOException gone) {
                continue; // the client had enough, or the test is over
            } catch (InterruptedException stop) {
                return;
            }
        }
    }

    private static String request(Socket socket) throws IOException {
        StringBuilder text = new StringBuilder();
        byte[] buffer = new byte[4096];
        while (!isWhole(text.toString())) {
            int count = socket.getInputStream().read(buffer);
            if (count < 0) {
                throw new IOException("hung up");
            }
            text.append(new String(buffer, 0, count, StandardCharsets.UTF_8));
        }
        return text.toString();
    }

    private static boolean isWhole(String text) {
        int end = text.indexOf("\r\n\r\n");
        int told = text.indexOf("Content-Length: ");
        int length =
                told < 0
                        ? 0
                        : Integer.parseInt(text.substring(told + 16, text.indexOf("\r", told)));
        return end >= 0 && text.length() >= end + 4 + length;
    }

    private static Documents documents() {
        String table =
                """
                name,kind,address,type,unit,invalid,access,min,max,role,place
                power,holding,0,S32,W,0x80000000,R,,,,GET /status now.power
                limit,holding,2,S32,W,0x80000000,RW,0,100,owner,GET /status now.limit; POST /limit limit
                mode,holding,10,S32,,0x80000000,RW,0,9,owner,EDIT /settings mode
                """;
        try {
            return Documents.of(
                    RegisterTable.read(
                            "t", new StringReader(table), "p", new StringReader("name,value\n")));
        } catch (Exception wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}

package io.wattwire.publish.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class HttpCallTest {

    private static final Duration DEADLINE = Duration.ofMillis(500);
    private static final Duration BUSY_MACHINE = Duration.ofSeconds(25);

    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private interface Talk {
        void with(Socket client) throws IOException;
    }

    /** Answers one request. */
    private URI serve(Talk talk) {
        Thread thread =
                new Thread(
                        () -> {
                            try (Socket client = server.accept()) {
                                readRequest(client.getInputStream());
                                talk.with(client);
                            } catch (IOException hungUp) {
                                Thread.currentThread().interrupt();
                            }
                        });
        thread.setDaemon(true);
        thread.start();
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/path?secret=in-query");
    }

    private static void readRequest(InputStream in) throws IOException {
        int matched = 0;
        while (matched < 4) {
            int c = in.read();
            matched = c == (matched % 2 == 0 ? '\r' : '\n') ? matched + 1 : 0;
        }
    }

    private static void say(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().flush();
    }

    private static HttpCall.Answer get(URI uri) throws IOException, InterruptedException {
        return get(uri, BUSY_MACHINE);
    }

    private static HttpCall.Answer get(URI uri, Duration deadline)
            throws IOException, InterruptedException {
        return new HttpCall(deadline).get(uri, Map.of("Authorization", "Token hush"));
    }

    private static String failure(URI uri) {
        long start = System.nanoTime();
        String text = assertThrows(IOException.class, () -> get(uri, DEADLINE)).getMessage();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        assertTrue(took.compareTo(DEADLINE.plus(BUSY_MACHINE)) < 0, () -> "took " + took);
        assertTrue(text.contains("http://127.0.0.1:"), text);
        assertTrue(!text.contains("hush") && !text.contains("in-query"), text);
        return text;
    }

    @Test
    void anAnswerIsGivenWhateverItsStatus() throws Exception {
        URI uri =
                serve(
                        client ->
                                say(
                                        client,
                                        "HTTP/1.1 404 Not Found\r\nX-Why: because\r\n"
                                                + "Content-Length: 4\r\n\r\nnope"));
        HttpCall.Answer answer = get(uri);
        assertEquals(404, answer.status());
        assertEquals("nope", answer.body());
        assertEquals("because", answer.header("x-why"));
        assertEquals("", answer.header("x-else"));
    }

    @Test
    void aBodyThatDripsEndsAtTheDeadline() {
        URI uri =
                serve(
                        client -> {
                            say(client, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
                            for (int i = 0; i < 1_000; i++) {
                                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
                                say(client, "x");
                            }
                        });
        assertTrue(failure(uri).contains("no whole answer within 500 ms"));
    }

    @Test
    void silenceEndsAtTheDeadline() {
        URI uri = serve(client -> client.getInputStream().read());
        assertTrue(failure(uri).contains("no whole answer within 500 ms"));
    }

    @Test
    void ofAnEndlessBodyTheBeginningIsKept() throws Exception {
        URI uri =
                serve(
                        client -> {
                            say(client, "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n");
                            for (int i = 0; i < 10_000; i++) {
                                say(client, "0123456789".repeat(100));
                            }
                        });
        assertEquals(1 << 16, get(uri).body().length());
    }

    @Test
    void aRedirectIsNotFollowed() throws Exception {
        URI uri =
                serve(
                        client ->
                                say(
                                        client,
                                        "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\n"
                                                + "Content-Length: 0\r\n\r\n"));
        assertEquals(302, get(uri).status());
    }

    @Test
    void aClosedPortIsSaidWithTheRemedy() throws IOException {
        URI uri = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/?secret=in-query");
        server.close();
        assertTrue(failure(uri).contains("cannot be reached; start it"));
    }

    @Test
    void aServerThatSpeaksAnotherProtocolIsSaid() {
        URI uri = serve(client -> say(client, "220 mail.example ESMTP\r\n"));
        assertTrue(failure(uri).contains("broke the connection"));
    }
}

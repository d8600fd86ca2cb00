package io.wattwire.publish.http.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.publish.control.Credential;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class FrontDoorTest {

    private static final int SHORT_MS = 300;
    private static final int CLOSED = 200;
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final String SECRET = "über-secret";
    private static final String TO_LOOK = "only-to-look";

    private final List<Request> seen = new CopyOnWriteArrayList<>();
    private FrontDoor door;

    @AfterEach
    void close() {
        if (door != null) {
            door.close();
        }
    }

    private int open(DoorSettings settings, int deadlineMs) throws IOException {
        Routes routes =
                new Routes()
                        .on("GET", "/", request -> Answer.json(200, "{}"))
                        .on("GET", "/things/*", this::remembered)
                        .on("POST", "/things/*", this::remembered)
                        .on(
                                "GET",
                                "/defect",
                                request -> {
                                    throw new IllegalStateException("private detail");
                                });
        door = new FrontDoor("test", settings, routes, deadlineMs);
        return door.port();
    }

    private Answer remembered(Request request) {
        seen.add(request);
        return Answer.json(200, "{\"done\": true}");
    }

    private int open() throws IOException {
        return open(DoorSettings.loopback(0), 60_000);
    }

    private int locked() throws IOException {
        return open(
                new DoorSettings(
                        LOOPBACK,
                        0,
                        Optional.of(new Credential(SECRET.toCharArray())),
                        Optional.of(new Credential(TO_LOOK.toCharArray())),
                        Set.of("gateway.example"),
                        Optional.empty()),
                60_000);
    }

    private static String ask(int port, String line, String body, String... headers)
            throws IOException {
        return RawCaller.ask(port, RawCaller.request(line, body, headers));
    }

    private static int status(String answer) {
        assertTrue(answer.startsWith("HTTP/1.1 "), answer);
        return Integer.parseInt(answer.substring(9, 12));
    }

    private static String basic(String pair) {
        return "Authorization: Basic "
                + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aRequestReachesItsHandlerWithItsParts() throws IOException {
        int port = open();
        String answer = ask(port, "POST /things/a%2Fb%20c?x=1&y=%C3%BC", "{\"v\": 1}");
        assertEquals(200, status(answer));
        assertTrue(answer.endsWith("\r\n\r\n{\"done\": true}"), answer);
        Request request = seen.get(0);
        assertEquals(List.of("things", "a/b c"), request.path());
        assertEquals("ü", request.query().get("y"));
        assertEquals("{\"v\": 1}", request.text().orElseThrow());
        assertEquals("127.0.0.1", request.from());
    }

    @Test
    void whatIsNotThereIsSaidInOneLineOfJson() throws IOException {
        int port = open();
        String nowhere = ask(port, "GET /elsewhere", "");
        assertEquals(404, status(nowhere));
        assertTrue(nowhere.contains("\r\n\r\n{\"error\": \""), nowhere);
        assertEquals(405, status(ask(port, "DELETE /things/a", "")));
        assertEquals(405, status(ask(port, "OPTIONS /things/a", "")));
    }

    @Test
    void aDefectShowsNothingOfItself() throws IOException {
        String answer = ask(open(), "GET /defect", "");
        assertEquals(500, status(answer));
        assertFalse(answer.contains("private detail") || answer.contains("Exception"), answer);
    }

    @Test
    void headHasNoBody() throws IOException {
        String answer = ask(open(), "HEAD /", "");
        assertEquals(200, status(answer));
        assertTrue(answer.endsWith("\r\n\r\n") && answer.contains("Content-Length: 2\r\n"), answer);
    }

    @Test
    void noAnswerMayBeReadEmbeddedOrKeptElsewhere() throws IOException {
        String answer = ask(open(), "GET /", "", "Origin: http://evil.example");
        assertFalse(answer.contains("Access-Control"), answer);
        for (String header :
                List.of(
                        "X-Frame-Options: DENY",
                        "Cross-Origin-Resource-Policy: same-origin",
                        "X-Content-Type-Options: nosniff",
                        "Cache-Control: no-store",
                        "frame-ancestors 'none'")) {
            assertTrue(answer.contains(header), header);
        }
    }

    @Test
    void anotherOriginChangesNothing() throws IOException {
        int port = open();
        for (String header :
                List.of(
                        "Origin: http://evil.example",
                        "Origin: null",
                        "Origin: https://127.0.0.1",
                        "Origin: http://127.0.0.1:1",
                        "Sec-Fetch-Site: cross-site",
                        "Sec-Fetch-Site: same-site")) {
            assertEquals(403, status(ask(port, "POST /things/a", "{}", header)), header);
        }
        assertEquals(List.of(), seen);
        assertEquals(200, status(ask(port, "POST /things/a", "{}", "Origin: http://127.0.0.1")));
    }

    @Test
    void aNameThatIsNotTheGatewaysIsRefusedForReadingToo() throws IOException {
        int port = locked();
        String[] rebound = {"evil.example", "127.0.0.1.evil.example", "localhost.evil.example:80"};
        for (String host : rebound) {
            String text = "GET /things/a HTTP/1.1\r\nHost: " + host + "\r\n\r\n";
            assertEquals(421, status(RawCaller.ask(port, text)), host);
        }
        assertEquals(421, status(RawCaller.ask(port, "GET / HTTP/1.1\r\n\r\n")));
        for (String host : List.of("localhost:8080", "[::1]:80", "192.0.2.1", "Gateway.example")) {
            String text = "GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n";
            assertEquals(401, status(RawCaller.ask(port, text)), host);
        }
    }

    @Test
    void onlyTheCredentialOpens() throws IOException {
        int port = locked();
        String without = ask(port, "POST /things/a", "{}");
        assertEquals(401, status(without));
        assertTrue(without.contains("WWW-Authenticate: Basic"), without);
        String[] wrong = {
            basic("user:wrong"),
            basic(SECRET),
            "Authorization: Bearer",
            "Authorization: Bearer " + SECRET + "x",
            "Authorization: Basic %%%",
            "Authorization: Digest " + SECRET
        };
        for (String header : wrong) {
            assertEquals(401, status(ask(port, "POST /things/a", "{}", header)), header);
        }
        assertEquals(List.of(), seen);
        assertEquals(200, status(ask(port, "POST /things/a", "{}", basic("me:" + SECRET))));
        assertEquals(
                200, status(ask(port, "GET /things/a", "", "Authorization: Bearer " + SECRET)));
        assertFalse(seen.get(0).headers().containsKey("authorization"));
    }

    @Test
    void guessingIsSlowAndTheRightOneWaitsToo() throws IOException {
        int port = locked();
        for (int i = 0; i < 10; i++) {
            assertEquals(401, status(ask(port, "GET /", "", basic("u:" + i))));
        }
        String answer = ask(port, "GET /", "", basic("u:" + SECRET));
        assertEquals(429, status(answer));
        assertTrue(answer.contains("Retry-After: 60"), answer);
    }

    @Test
    void beyondLoopbackThereIsNoDoorWithoutACredential() throws IOException {
        InetAddress all = InetAddress.getByName("0.0.0.0");
        assertThrows(
                IllegalArgumentException.class,
                () -> door(all, Optional.empty(), Optional.empty()));
    }

    private static DoorSettings door(
            InetAddress address, Optional<Credential> all, Optional<Credential> reader) {
        return new DoorSettings(address, 0, all, reader, Set.of(), Optional.empty());
    }

    @Test
    void whoMayLookMayNotCommand() throws IOException {
        int port = locked();
        for (String who : List.of(basic("family:" + TO_LOOK), "Authorization: Bearer " + TO_LOOK)) {
            assertEquals(200, status(ask(port, "GET /things/a", "", who)));
            assertEquals(200, status(ask(port, "HEAD /things/a", "", who)));
            seen.clear();
            for (String method : List.of("POST", "PUT", "DELETE", "PATCH")) {
                String refused = ask(port, method + " /things/a", "{}", who);
                assertEquals(403, status(refused), refused);
                assertTrue(refused.contains("this secret is for reading"), refused);
            }
        }
        for (int i = 0; i < 30; i++) { // that is no guessing
            ask(port, "POST /things/a", "{}", basic("family:" + TO_LOOK));
        }
        assertEquals(List.of(), seen);
        assertEquals(200, status(ask(port, "POST /things/a", "{}", basic("me:" + SECRET))));
    }

    @Test
    void aSecretForReadingAloneWouldLeaveWritingOpen() {
        Credential reader = new Credential(TO_LOOK.toCharArray());
        assertThrows(
                IllegalArgumentException.class,
                () -> door(LOOPBACK, Optional.empty(), Optional.of(reader)));
    }

    @Test
    void whatTwoReadersCouldUnderstandDifferentlyIsRefused() throws IOException {
        int port = open();
        String[] requests = {
            "GET / HTTP/2.0\r\nHost: localhost\r\n\r\n",
            "get / HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "GET http://localhost/ HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "GET / HTTP/1.1\nHost: localhost\n\n",
            "GET / HTTP/1.1\r\nHost : localhost\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: localhost\r\n folded\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: localhost\rX: y\r\n\r\n",
            "GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "GET /%ff HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "POST /things/a HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
            "POST /things/a HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\n"
                    + "Content-Length: 2\r\n\r\nxy"
        };
        for (String request : requests) {
            assertEquals(400, status(RawCaller.ask(port, request)), request);
        }
        String chunked = RawCaller.request("POST /things/a", "", "Transfer-Encoding: chunked");
        assertEquals(411, status(RawCaller.ask(port, chunked + "2\r\n{}\r\n0\r\n\r\n")));
        assertEquals(List.of(), seen);
    }

    @Test
    void tooMuchIsRefusedAndTheCallerHearsIt() throws IOException {
        int port = open();
        assertEquals(413, status(ask(port, "POST /things/a", "x".repeat((1 << 16) + 1))));
        assertEquals(431, status(ask(port, "GET /", "", "X-Long: " + "x".repeat(20_000))));
        assertEquals(200, status(ask(port, "POST /things/a", "x".repeat(1 << 16))));
    }

    @Test
    void whoWaitsForAWordBeforeTheBodyGetsIt() throws IOException {
        int port = open();
        try (Socket socket = RawCaller.connect(port)) {
            String head =
                    "POST /things/a HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n"
                            + "Expect: 100-continue\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            byte[] word = socket.getInputStream().readNBytes(25);
            assertEquals("HTTP/1.1 100 Continue\r\n\r\n", new String(word));
            socket.getOutputStream().write("{}".getBytes(StandardCharsets.US_ASCII));
            assertEquals(200, status(new String(socket.getInputStream().readAllBytes())));
        }
    }

    @Test
    void aSlowSenderIsCut() throws IOException {
        int port = open(DoorSettings.loopback(0), SHORT_MS);
        assertEquals("", RawCaller.ask(port, "GET / HTTP/1.1\r\nHost: loc"));
        String body = "POST /things/a HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nx";
        assertEquals("", RawCaller.ask(port, body));
        assertEquals("", RawCaller.ask(port, ""));
        assertEquals(List.of(), seen);
    }

    @Test
    void oneAddressCannotTakeAllConnections() throws IOException {
        int port = open();
        List<Socket> held = new ArrayList<>();
        try {
            for (int i = 0; i < 16; i++) {
                held.add(RawCaller.connect(port));
                held.get(i).getOutputStream().write("GET ".getBytes(StandardCharsets.US_ASCII));
            }
            try (Socket next = RawCaller.connect(port)) {
                assertEquals(-1, next.getInputStream().read());
            }
        } finally {
            for (Socket socket : held) {
                socket.close();
            }
        }
    }

    @Test
    void aTakenPortIsSaidWithTheRemedy() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, LOOPBACK)) {
            DoorSettings settings = DoorSettings.loopback(other.getLocalPort());
            String text =
                    assertThrows(IOException.class, () -> open(settings, SHORT_MS)).getMessage();
            assertTrue(text.contains("choose another port"), text);
        }
    }

    /** Often: what listens for a moment longer is only met now and then. */
    @Test
    void aClosedDoorLetsNobodyIn() throws IOException {
        for (int i = 0; i < CLOSED; i++) {
            int port = open();
            door.close();
            assertThrows(ConnectException.class, () -> new Socket(LOOPBACK, port).close());
        }
    }
}

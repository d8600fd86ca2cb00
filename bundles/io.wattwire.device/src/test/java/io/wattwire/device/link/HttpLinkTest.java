package io.wattwire.device.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.link.LinkException.Reason;
import io.wattwire.device.model.RegisterKind;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** JSON documents through the same lease, deadline and trace as words. */
class HttpLinkTest {

    private static final Duration SHORT = Duration.ofMillis(1000);
    private static final String SECRET = "Ein-Geheimnis";
    private static final String GOOD = "{\"status\":\"ok\",\"now\":{\"power\":-1500,\"limit\":7}}";

    private final CountDownLatch never = new CountDownLatch(1);
    private final LinkPool pool = new LinkPool();
    private final HttpPlace place;
    private Http address;

    HttpLinkTest() throws IOException {
        place = new HttpPlace(HttpPlace.saying(200, GOOD));
        address = place.address();
    }

    @AfterEach
    void close() throws IOException {
        never.countDown();
        place.close();
    }

    private int[] read(int from, int count, Duration time) throws LinkException {
        byte[] pdu = ModbusPdu.readRequest(RegisterKind.HOLDING, from, count);
        return ModbusPdu.parseRead(RegisterKind.HOLDING, count, exchange(pdu, time));
    }

    private byte[] exchange(byte[] pdu, Duration time) throws LinkException {
        try (LinkLease lease =
                pool.acquire(address, "test", LinkTiming.NONE, HttpPlace.DOCUMENTS)) {
            return lease.exchange(1, pdu, Priority.FAST, Deadline.in(time));
        }
    }

    private LinkException failure(Duration time) {
        return assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> assertThrows(LinkException.class, () -> read(0, 4, time)));
    }

    private LinkException failure() {
        return failure(Duration.ofSeconds(30));
    }

    @Test
    void aBlockOfWordsIsOneDocument() throws LinkException {
        assertArrayEquals(
                new int[] {0xFFFF, -1500 & 0xFFFF, 0, 7}, read(0, 4, Duration.ofSeconds(30)));
        assertEquals(1, place.requests().size());
        assertTrue(place.requests().get(0).startsWith("GET /status HTTP/1.1\r\nHost: 127.0.0.1:"));
    }

    @Test
    void aMemberThatIsNotThereIsNoValue() throws LinkException {
        place.say(HttpPlace.saying(200, "{\"now\":{\"limit\":\"7\",\"power\":99999999999}}"));
        assertArrayEquals(new int[] {0x8000, 0, 0x8000, 0}, read(0, 4, Duration.ofSeconds(30)));
    }

    @Test
    void aWriteSendsOneMember() throws LinkException {
        place.say(HttpPlace.saying(200, "{\"status\":\"ok\"}"));
        exchange(ModbusPdu.writeMultiple(2, new int[] {0, 42}), Duration.ofSeconds(30));
        String request = place.requests().get(0);
        assertTrue(request.startsWith("POST /limit HTTP/1.1\r\n"), request);
        assertTrue(request.endsWith("\r\n\r\n{\"limit\":42}"), request);
    }

    @Test
    void aSettingIsSentBackWithAllOthersOfItsDocument() throws LinkException {
        String settings = "{\"status\":\"ok\",\"a\":[1.50,{\"b\":null}],\"mode\":1,\"z\":true}";
        place.say(HttpPlace.saying(200, settings));
        exchange(ModbusPdu.writeMultiple(10, new int[] {0, 3}), Duration.ofSeconds(30));
        assertEquals(2, place.requests().size());
        String sent = place.requests().get(1);
        assertTrue(
                sent.endsWith(
                        "\r\n\r\n{\"status\":\"ok\",\"a\":[1.50,{\"b\":null}],\"mode\":3,\"z\":true}"),
                sent);
    }

    @Test
    void aDrippingAnswerIsCutAtTheDeadline() {
        place.say(
                (request, out) -> {
                    for (byte one : ("HTTP/1.1 200 OK\r\n\r\n" + GOOD).getBytes()) {
                        out.write(one);
                        never.await(400, java.util.concurrent.TimeUnit.MILLISECONDS);
                    }
                });
        long begin = System.nanoTime();
        LinkException cut = failure(SHORT);
        assertEquals(Reason.TIMEOUT, cut.reason());
        assertTrue(System.nanoTime() - begin < 15_000_000_000L, "took too long");
    }

    @Test
    void anEndlessAnswerIsCutAtItsBound() {
        place.say(
                (request, out) -> {
                    out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes());
                    while (true) {
                        out.write(new byte[1000]);
                    }
                });
        LinkException cut = failure();
        assertEquals(Reason.GARBAGE, cut.reason());
        assertTrue(cut.getMessage().contains("longer than 65536 bytes"), cut.getMessage());
    }

    @Test
    void silenceEndsAtTheDeadline() {
        place.say((request, out) -> never.await());
        LinkException silent = failure(SHORT);
        assertEquals(Reason.TIMEOUT, silent.reason());
        assertTrue(silent.getMessage().contains("no answer within"), silent.getMessage());
    }

    @Test
    void aRedirectIsNotFollowed() {
        place.say(
                HttpPlace.saying(
                        "HTTP/1.1 302 Found\r\nLocation: "
                                + address.text()
                                + "/x\r\nContent-Length: 0\r\n\r\n"));
        LinkException refused = failure();
        assertEquals(Reason.REFUSED, refused.reason());
        assertEquals(1, place.requests().size());
    }

    @Test
    void aWrongPasswordIsSaidWithoutShowingIt() throws LinkException {
        List<String> frames = new ArrayList<>();
        pool.addFrameListener(frame -> frames.add(new String(frame.bytes())));
        place.say(HttpPlace.saying(401, "no"));
        assertTrue(failure().getMessage().contains("the device asks for user and password"));
        address = address.with(Credential.of("DABC", SECRET.toCharArray()));
        LinkException refused = failure();
        assertEquals(Reason.REFUSED, refused.reason());
        assertTrue(refused.getMessage().contains("refuses user and password"));
        String sent = place.requests().get(1);
        assertTrue(sent.contains("\r\nAuthorization: Basic REFCQzpFaW4tR2VoZWltbmlz\r\n"), sent);
        String shown = frames + refused.toString() + refused.getCause() + address;
        assertFalse(shown.contains(SECRET) || shown.contains("RWluL"), shown);
        assertFalse(shown.contains("Basic") || shown.contains("DABC"), shown);
    }

    @Test
    void serialsInTheTraceKeepTheirFirstCharacterOnly() throws LinkException {
        List<String> frames = new ArrayList<>();
        pool.addFrameListener(frame -> frames.add(new String(frame.bytes())));
        place.say(
                HttpPlace.saying(
                        200,
                        "{\"self_serial\":\"DABC1234\",\"mac\" : \"aa:bb\",\"now\":{\"power\":1}}"));
        read(0, 4, Duration.ofSeconds(30));
        assertEquals("GET /status", frames.get(0));
        assertEquals(
                "200\n{\"self_serial\":\"D***\",\"mac\" : \"a***\",\"now\":{\"power\":1}}",
                frames.get(1));
    }

    @Test
    void aDeviceThatIsBusyAsksForPatience() {
        place.say(HttpPlace.saying(500, "Battery\nis updating"));
        LinkException busy = failure();
        assertTrue(busy.isPassing());
        assertTrue(busy.getMessage().endsWith(": 'Battery is updating'"), busy.getMessage());
        place.say(HttpPlace.saying(200, "{\"status\":\"no connection to battery\"}"));
        assertTrue(failure().isPassing());
    }

    @Test
    void whatIsNoJsonIsSaidInOneLine() {
        place.say(HttpPlace.saying(200, "<html>\n<body>It works!</body></html>"));
        LinkException wrong = failure();
        assertEquals(1, wrong.getMessage().lines().count());
        assertTrue(wrong.getMessage().contains("no JSON"), wrong.getMessage());
        assertEquals(Reason.EXCEPTION_ANSWER, wrong.reason());
    }

    @Test
    void anotherProtocolOnThePortIsTold() {
        place.say(HttpPlace.saying("SSH-2.0-OpenSSH_9.2p1\r\n"));
        LinkException wrong = failure();
        assertEquals(Reason.GARBAGE, wrong.reason());
        assertTrue(wrong.getMessage().contains("no HTTP"), wrong.getMessage());
    }

    @Test
    void aDocumentThatIsNotThereIsNotAskedForAgainAtOnce() throws LinkException {
        place.say(HttpPlace.saying(404, ""));
        try (LinkLease lease =
                pool.acquire(address, "test", LinkTiming.NONE, HttpPlace.DOCUMENTS)) {
            for (int i = 0; i < 5; i++) {
                byte[] pdu = ModbusPdu.readRequest(RegisterKind.HOLDING, 0, 2);
                LinkException absent =
                        assertThrows(
                                LinkException.class,
                                () -> lease.exchange(1, pdu, Priority.FAST, Deadline.in(SHORT)));
                assertEquals(2, absent.modbusException());
            }
        }
        assertEquals(1, place.requests().size());
    }

    @Test
    void wordsOfTwoDocumentsAreNoBlock() {
        assertThrows(LinkException.class, () -> read(0, 20, SHORT));
        assertEquals(0, place.requests().size());
    }

    @Test
    void twoOwnersNeedTheSameCredential() throws LinkException {
        try (LinkLease first = pool.acquire(address, "a", LinkTiming.NONE)) {
            Http other = address.with(Credential.of("u", SECRET.toCharArray()));
            LinkException busy =
                    assertThrows(
                            LinkException.class, () -> pool.acquire(other, "b", LinkTiming.NONE));
            assertFalse(busy.getMessage().contains(SECRET));
            assertTrue(first.idle());
        }
    }

    @Test
    void anAddressNeverBearsASecret() {
        assertEquals(new Http("h", 80, Credential.NONE), LinkAddress.parse("http://h"));
        assertEquals("http://h:8080", LinkAddress.parse("http://h:8080").text());
        IllegalArgumentException refused =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> LinkAddress.parse("http://u:" + SECRET + "@h"));
        assertFalse(refused.getMessage().contains(SECRET));
        for (String user : List.of("a:b", "a\r\nX: y")) {
            IllegalArgumentException wrong =
                    assertThrows(
                            IllegalArgumentException.class,
                            () -> Credential.of(user, SECRET.toCharArray()));
            assertFalse(wrong.getMessage().contains(SECRET));
        }
    }

    @Test
    void aPathCannotSmuggleARequest() {
        for (String path : List.of("x", "/a b", "/a\r\nHost: x", "/é")) {
            assertThrows(IllegalArgumentException.class, () -> HttpMessage.get(path));
        }
        HttpMessage post = HttpMessage.post("/a", "{\"b\":\n1}");
        assertEquals(post, HttpMessage.of(post.bytes()));
    }
}

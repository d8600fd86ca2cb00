package io.wattwire.standalone.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.wattwire.standalone.kapua.KapuaPayload;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.kura.KuraErrorCode;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.cloudconnection.message.KuraMessage;
import org.eclipse.kura.cloudconnection.request.RequestHandler;
import org.eclipse.kura.cloudconnection.request.RequestHandlerContext;
import org.eclipse.kura.message.KuraPayload;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(180)
class RequestsTest {
    private record Reply(String topic, KuraPayload payload) {
        int code() {
            return (Integer) payload.getMetric("response.code");
        }
    }

    private final BlockingQueue<Reply> replies = new LinkedBlockingQueue<>();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final Requests requests =
            new Requests(
                    "cloud",
                    Map.of("APP-V1", new Handler()),
                    (topic, payload) -> replies.add(new Reply(topic, payload)));

    private final class Handler implements RequestHandler {
        @Override
        public KuraMessage doGet(RequestHandlerContext context, KuraMessage request)
                throws KuraException {
            String what = request.getProperties().get("args").toString();
            switch (what) {
                case "[bad]" -> throw new KuraException(KuraErrorCode.BAD_REQUEST, "so");
                case "[missing]" -> throw new KuraException(KuraErrorCode.NOT_FOUND);
                case "[broken]" -> throw new KuraException(KuraErrorCode.IO_ERROR);
                case "[defect]" -> throw new IllegalStateException("secret");
                case "[slow]" -> await();
                default -> {}
            }
            KuraPayload answer = new KuraPayload();
            answer.addMetric("args", what);
            return new KuraMessage(answer);
        }
    }

    private void await() {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void stop() {
        gate.countDown();
        requests.close();
    }

    private static byte[] payload(String requester, String id) {
        KuraPayload payload = new KuraPayload();
        payload.addMetric("requester.client.id", requester);
        payload.addMetric("request.id", id);
        return KapuaPayload.encode(payload, true);
    }

    private void ask(String topic) {
        requests.arrived(topic, payload("kapua", "7"), false);
    }

    private Reply next() throws InterruptedException {
        Reply reply = replies.poll(60, TimeUnit.SECONDS);
        assertNotNull(reply, "a reply");
        return reply;
    }

    @Test
    void theAnswerGoesToWhoAskedUnderTheNumberOfTheRequest() throws Exception {
        ask("APP-V1/GET/a/b");
        Reply reply = next();
        assertEquals("kapua/APP-V1/REPLY/7", reply.topic());
        assertEquals(200, reply.code());
        assertEquals("[a, b]", reply.payload().getMetric("args"));
        assertNotNull(reply.payload().getTimestamp());
    }

    @ParameterizedTest
    @CsvSource({
        "APP-V1/GET/bad, 400",
        "APP-V1/GET/missing, 404",
        "APP-V1/GET/broken, 500",
        "APP-V1/GET/defect, 500",
        "APP-V1/EXEC/read, 500",
        "DEPLOY-V2/GET/bundles, 404"
    })
    void whatFailsIsAnsweredWithKurasCodes(String topic, int code) throws Exception {
        ask(topic);
        Reply reply = next();
        assertEquals(code, reply.code());
        assertNotNull(reply.payload().getMetric("response.exception.message"));
        assertNull(reply.payload().getMetric("response.exception.stack"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MQTT/BIRTH",
                "APP-V1/REPLY/1",
                "APP-V1/NOTIFY/x/1",
                "APP-V1",
                "",
                "//",
                "a/B"
            })
    void whatIsNoRequestIsNotAnswered(String topic) throws Exception {
        ask(topic);
        ask("APP-V1/GET/a");
        assertEquals("[a]", next().payload().getMetric("args"), "only that");
    }

    @Test
    void noAnswerGoesToAnotherPlaceThanTheOneOfARequester() throws Exception {
        for (String level : new String[] {"", "a/b", "+", "#", "x\u0000", "x".repeat(256)}) {
            requests.arrived("APP-V1/GET/a", payload(level, "7"), false);
            requests.arrived("APP-V1/GET/a", payload("kapua", level), false);
        }
        requests.arrived("APP-V1/GET/a", payload("kapua", "7"), true);
        requests.arrived("APP-V1/GET/a", new byte[Requests.LARGEST + 1], false);
        requests.arrived("APP-V1/GET/a", new byte[] {1, 2, 3}, false);
        ask("APP-V1/GET/last");
        assertEquals("[last]", next().payload().getMetric("args"), "nothing before");
    }

    @Test
    void tooManyAtOnceAreRefusedAndTheRestIsAnswered() throws Exception {
        for (int i = 0; i < 40; i++) {
            ask("APP-V1/GET/slow");
        }
        int refused = 0;
        for (int i = 40 - 1 - 16; i > 0; i--) {
            assertEquals(500, next().code());
            refused++;
        }
        gate.countDown();
        for (int i = refused; i < 40; i++) {
            assertEquals(200, next().code());
        }
    }
}

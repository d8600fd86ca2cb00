package io.wattwire.device.link;

import io.wattwire.device.model.Documents;
import io.wattwire.device.model.Json;
import io.wattwire.device.plan.Cost;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * JSON documents over HTTP in place of words: a block is asked for as the document that its
 * registers are of, a write is sent as one. A document that the device does not have is not asked
 * for again at once, so that finding out which registers are missing costs one request.
 */
final class HttpSpeech implements Speech {

    private static final long ABSENT_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final int DEVICE_FAILURE = 4;
    private static final String STATUS = "status";
    private static final String OK = "ok";
    private static final int SHOWN = 80;

    private final String name;
    private final HttpConversation conversation;
    private final Map<String, Long> absent = new HashMap<>();

    HttpSpeech(String name, HttpConversation conversation) {
        this.name = name;
        this.conversation = conversation;
    }

    @Override
    public Answer exchange(Call call) throws LinkException {
        Request request = call.request();
        Deadline answerBy = call.answerBy();
        if (request.readsBlock()) {
            return read(call, request, answerBy);
        }
        if (request.writesBlock()) {
            return write(call, request, answerBy);
        }
        throw new IllegalArgumentException("function " + request.function() + " is not for HTTP");
    }

    private Answer read(Call call, Request request, Deadline answerBy) throws LinkException {
        Documents documents = call.lease().documents();
        String path =
                documents
                        .readPath(request.kind(), request.address(), request.count())
                        .orElseThrow(() -> notThere(request));
        HttpConversation.Answer answer = ask(HttpMessage.get(path), call, answerBy);
        Map<String, Object> document = document("GET " + path, answer.body());
        int[] words = documents.words(request.kind(), request.address(), request.count(), document);
        return new Answer(request.answer(words), answer.turnaroundNanos());
    }

    private LinkException notThere(Request request) {
        return new LinkException(
                HttpStatus.ABSENT,
                name + ": no one document has the words at " + request.address());
    }

    private Answer write(Call call, Request request, Deadline answerBy) throws LinkException {
        Documents documents = call.lease().documents();
        Documents.Sending sending =
                documents
                        .sending(request.address(), request.count())
                        .orElseThrow(() -> notThere(request));
        Map<String, Object> before =
                sending.whole()
                        ? document(
                                "GET " + sending.path(),
                                ask(HttpMessage.get(sending.path()), call, answerBy).body())
                        : Map.of();
        Map<String, Object> after = documents.written(request.address(), request.words(), before);
        HttpMessage message = HttpMessage.post(sending.path(), Json.write(after));
        HttpConversation.Answer answer = ask(message, call, answerBy);
        if (answer.body().length > 0) {
            document("POST " + sending.path(), answer.body());
        }
        return new Answer(request.done(), answer.turnaroundNanos());
    }

    private HttpConversation.Answer ask(HttpMessage message, Call call, Deadline answerBy)
            throws LinkException {
        long now = System.nanoTime();
        Long since = absent.get(message.path());
        if (since != null && now - since < ABSENT_NANOS) {
            throw new LinkException(
                    HttpStatus.ABSENT,
                    name + ": this device or its firmware does not have " + message.path());
        }
        call.lease().checkOpen(); // nothing may reach the device after a release
        try {
            return conversation.exchange(message, call.owner(), answerBy);
        } catch (LinkException problem) {
            if (problem.modbusException() == HttpStatus.ABSENT) {
                absent.put(message.path(), now);
            }
            throw problem;
        }
    }

    /** What a device answered, if it is a document and says that all is well. */
    private Map<String, Object> document(String what, byte[] body) throws LinkException {
        String text = new String(body, StandardCharsets.UTF_8);
        Map<String, Object> document;
        try {
            document = Json.object(text);
        } catch (IllegalArgumentException wrong) {
            throw new LinkException(
                    DEVICE_FAILURE,
                    name
                            + ": "
                            + what
                            + ": "
                            + wrong.getMessage()
                            + " of '"
                            + shown(text)
                            + "'; check that the device and its firmware are of this kind");
        }
        Object status = document.get(STATUS);
        if (status instanceof String said && !said.equalsIgnoreCase(OK)) {
            throw new LinkException(
                    HttpStatus.BUSY,
                    name + ": " + what + ": the device says '" + shown(said) + "' and not ok");
        }
        return document;
    }

    private static String shown(String text) {
        String line = text.replaceAll("[^ -~]+", " ").strip();
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }

    /** Each exchange has a connection of its own. */
    @Override
    public boolean connected() {
        return false;
    }

    @Override
    public void close() {
        absent.clear();
    }

    @Override
    public Cost cost(Duration turnaround) {
        return Cost.tcp(turnaround);
    }
}

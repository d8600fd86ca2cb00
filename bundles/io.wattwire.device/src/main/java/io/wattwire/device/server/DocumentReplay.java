package io.wattwire.device.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Answers HTTP requests with the documents that answered them when they were recorded. */
final class DocumentReplay implements Conversant {

    private static final String NOT_RECORDED = "404\n{\"status\":\"not recorded\"}";

    private final RecordedAnswers recorded = new RecordedAnswers();
    private final CountDownLatch stopped;

    DocumentReplay(List<ReplayServer.Exchange> exchanges, CountDownLatch stopped) {
        this.stopped = stopped;
        exchanges.forEach(exchange -> recorded.add(text(exchange.request()), exchange));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void serve(Peer peer) throws IOException {
        Optional<HttpRequestReader.Request> request = HttpRequestReader.read(peer);
        if (request.isEmpty()) {
            return;
        }
        Optional<ReplayServer.Exchange> exchange = recorded.next(key(request.get()));
        String answer =
                exchange.isEmpty()
                        ? NOT_RECORDED
                        : exchange.get().answers().stream()
                                .findFirst()
                                .map(DocumentReplay::text)
                                .orElse("");
        if (answer.isEmpty()) {
            Sending.keepSilent(peer);
        } else {
            send(answer, peer);
        }
    }

    /** As {@link io.wattwire.device.link.HttpMessage#bytes} writes it. */
    private static String key(HttpRequestReader.Request request) {
        String head = request.method() + " " + request.path();
        return request.body().isEmpty() ? head : head + "\n" + request.body();
    }

    /** An answer is its status and its body; status 0 was none, and the connection ended. */
    private void send(String answer, Peer peer) throws IOException {
        int line = answer.indexOf('\n');
        String status = line < 0 ? answer : answer.substring(0, line);
        if (status.matches("[1-5][0-9]{2}")) {
            byte[] message = HttpAnswer.of(Integer.parseInt(status), answer.substring(line + 1));
            Sending.send(message, Duration.ZERO, peer, stopped);
        }
    }
}

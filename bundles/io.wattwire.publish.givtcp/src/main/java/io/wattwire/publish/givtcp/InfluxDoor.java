package io.wattwire.publish.givtcp;

import io.wattwire.publish.Delivery;
import io.wattwire.publish.TryLaterException;
import io.wattwire.publish.http.HttpCall;
import io.wattwire.publish.line.Line;
import io.wattwire.publish.line.LineWrite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Posts lines to InfluxDB's write API of version 2. */
final class InfluxDoor {

    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    private final InfluxAccess access;
    private final HttpCall http = new HttpCall(DEADLINE);

    InfluxDoor(InfluxAccess access) {
        this.access = access;
    }

    /**
     * Writes lines.
     *
     * @param samples how many values are in all of them; a line that the database will never take
     *     costs its share
     */
    Delivery write(List<String> lines, int samples) throws IOException, InterruptedException {
        List<Line> shares = new ArrayList<>();
        int left = samples;
        for (String line : lines) {
            int share = left / (lines.size() - shares.size());
            shares.add(new Line(line, share));
            left -= share;
        }
        Delivery delivery = new LineWrite(this::post, this::problem).write(shares);
        return delivery.reason().isEmpty()
                ? delivery
                : new Delivery(delivery.refused(), access + " refuses: " + delivery.reason());
    }

    private HttpCall.Answer post(List<Line> lines) throws IOException, InterruptedException {
        Map<String, String> headers = new HashMap<>();
        headers.put("Content-Type", "text/plain; charset=utf-8");
        if (!access.authorization().isEmpty()) {
            headers.put("Authorization", access.authorization());
        }
        String body = lines.stream().map(Line::text).collect(Collectors.joining("\n"));
        return http.post(access.write(), headers, body.getBytes(StandardCharsets.UTF_8));
    }

    private IOException problem(HttpCall.Answer answer) {
        int status = answer.status();
        String said = access + " answers " + status + ": " + LineWrite.reason(answer);
        return status == TOO_MANY || status == UNAVAILABLE
                ? new TryLaterException(said, Duration.ZERO)
                : new IOException(
                        said + "; correct influx.url, influx.org, influx.bucket or the token");
    }
}

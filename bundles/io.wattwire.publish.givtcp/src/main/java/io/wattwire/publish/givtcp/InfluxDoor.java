package io.wattwire.publish.givtcp;

import io.wattwire.publish.Delivery;
import io.wattwire.publish.TryLaterException;
import io.wattwire.publish.http.HttpCall;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Posts lines to InfluxDB's write API of version 2. */
final class InfluxDoor {

    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final int LONGEST_REASON = 300;
    private static final int BAD = 400;
    private static final int TOO_LARGE = 413;
    private static final int UNPROCESSABLE = 422;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    private final InfluxAccess access;
    private final HttpCall http = new HttpCall(DEADLINE);

    InfluxDoor(InfluxAccess access) {
        this.access = access;
    }

    /** Writes lines; samples says how many values are in them. */
    Delivery write(List<String> lines, int samples) throws IOException, InterruptedException {
        Map<String, String> headers = new HashMap<>();
        headers.put("Content-Type", "text/plain; charset=utf-8");
        if (!access.authorization().isEmpty()) {
            headers.put("Authorization", access.authorization());
        }
        byte[] body = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        HttpCall.Answer answer = http.post(access.write(), headers, body);
        int status = answer.status();
        if (status >= 200 && status < 300) {
            return Delivery.COMPLETE;
        }
        String said = access + " answers " + status + ": " + reason(answer);
        return switch (status) {
            case BAD, TOO_LARGE, UNPROCESSABLE -> new Delivery(samples, said);
            case TOO_MANY, UNAVAILABLE -> throw new TryLaterException(said, Duration.ZERO);
            default ->
                    throw new IOException(
                            said + "; correct influx.url, influx.org, influx.bucket or the token");
        };
    }

    private static String reason(HttpCall.Answer answer) {
        String text = answer.body().replaceAll("\\p{Cntrl}+", " ").strip();
        return text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON) + "…";
    }
}

package io.wattwire.publish.influxdb;

import io.wattwire.publish.Delivery;
import io.wattwire.publish.Sample;
import io.wattwire.publish.Target;
import io.wattwire.publish.TryLaterException;
import io.wattwire.publish.http.HttpCall;
import io.wattwire.publish.influxdb.Lines.Line;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/**
 * Posts lines, compressed. Lines that the database will never take are found by halving what it
 * refused, so that one bad field does not cost its neighbours.
 */
final class InfluxTarget implements Target {

    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final Duration LINGER = Duration.ofSeconds(1);
    private static final int BATCH = 5000;
    private static final int LONGEST_REASON = 300;
    private static final long MOST_WAIT_S = 3600;

    private static final int BAD = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int TOO_LARGE = 413;
    private static final int UNPROCESSABLE = 422;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    private final InfluxSettings settings;
    private final HttpCall http = new HttpCall(DEADLINE);
    private final Map<String, String> headers = new HashMap<>();

    InfluxTarget(InfluxSettings settings) {
        this.settings = settings;
        headers.put("Content-Type", "text/plain; charset=utf-8");
        headers.put("Content-Encoding", "gzip");
        if (!settings.authorization().isEmpty()) {
            headers.put("Authorization", settings.authorization());
        }
    }

    @Override
    public Delivery deliver(List<Sample> batch) throws IOException, InterruptedException {
        return write(settings.lines().of(batch));
    }

    private Delivery write(List<Line> lines) throws IOException, InterruptedException {
        HttpCall.Answer answer = http.post(settings.write(), headers, zipped(lines));
        int status = answer.status();
        if (status >= 200 && status < 300) {
            return Delivery.COMPLETE;
        }
        boolean refused = status == BAD || status == UNPROCESSABLE || status == TOO_LARGE;
        if (!refused) {
            throw problem(answer);
        }
        if (lines.size() == 1) {
            return new Delivery(lines.get(0).samples(), reason(answer));
        }
        // a write that was taken in part may be repeated: the same point is only written over
        int middle = lines.size() / 2;
        Delivery low = write(lines.subList(0, middle));
        Delivery high = write(lines.subList(middle, lines.size()));
        return new Delivery(
                low.refused() + high.refused(),
                low.reason().isEmpty() ? high.reason() : low.reason());
    }

    private IOException problem(HttpCall.Answer answer) {
        String said = settings + " answers " + answer.status() + ": " + reason(answer);
        switch (answer.status()) {
            case UNAUTHORIZED, FORBIDDEN:
                return new IOException(
                        said + "; correct the token or user and password, and what they may do");
            case NOT_FOUND:
                return new IOException(
                        said + "; create the database or bucket, or correct its name and api");
            case TOO_MANY, UNAVAILABLE:
                return new TryLaterException(said, patience(answer));
            default:
                return new IOException(said);
        }
    }

    private static Duration patience(HttpCall.Answer answer) {
        String after = answer.header("retry-after");
        return after.matches("\\d{1,5}")
                ? Duration.ofSeconds(Math.min(MOST_WAIT_S, Long.parseLong(after)))
                : Duration.ZERO;
    }

    private static String reason(HttpCall.Answer answer) {
        String text = answer.body().replaceAll("\\p{Cntrl}+", " ").strip();
        return text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON) + "…";
    }

    private static byte[] zipped(List<Line> lines) {
        String text = lines.stream().map(Line::text).collect(Collectors.joining("\n"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    @Override
    public int largestBatch() {
        return BATCH;
    }

    @Override
    public Duration linger() {
        return LINGER;
    }

    @Override
    public void close() {
        // each call ends by itself
    }
}

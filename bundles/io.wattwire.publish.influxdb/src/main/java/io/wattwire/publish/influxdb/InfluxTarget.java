package io.wattwire.publish.influxdb;

import io.wattwire.publish.Delivery;
import io.wattwire.publish.Sample;
import io.wattwire.publish.Target;
import io.wattwire.publish.TryLaterException;
import io.wattwire.publish.http.HttpCall;
import io.wattwire.publish.line.Line;
import io.wattwire.publish.line.LineWrite;
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

/** Posts lines, compressed. */
final class InfluxTarget implements Target {

    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final Duration LINGER = Duration.ofSeconds(1);
    private static final int BATCH = 5000;
    private static final long MOST_WAIT_S = 3600;

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    private final InfluxSettings settings;
    private final HttpCall http = new HttpCall(DEADLINE);
    private final Map<String, String> headers = new HashMap<>();
    private final LineWrite write = new LineWrite(this::post, this::problem);

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
        return write.write(settings.lines().of(batch));
    }

    private HttpCall.Answer post(List<Line> lines) throws IOException, InterruptedException {
        return http.post(settings.write(), headers, zipped(lines));
    }

    private IOException problem(HttpCall.Answer answer) {
        String said = settings + " answers " + answer.status() + ": " + LineWrite.reason(answer);
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

package io.wattwire.publish.pvoutput.api;

import io.wattwire.publish.http.HttpCall;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** PVOutput's requests, as many as are used here. Thread-safe. */
public final class PvOutputClient {

    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private final PvOutputAccess access;
    private final HttpCall http = new HttpCall(DEADLINE);

    /**
     * Makes a client; nothing is asked yet.
     *
     * @param access which system's
     */
    public PvOutputClient(PvOutputAccess access) {
        this.access = access;
    }

    /**
     * Adds or changes one status.
     *
     * @param fields d, t and v1 to v12, c1, n
     * @return the answer, whatever it is
     * @throws IOException if there is none within 10 s
     * @throws InterruptedException if the thread is interrupted
     */
    public PvOutputAnswer addStatus(Map<String, String> fields)
            throws IOException, InterruptedException {
        return post("addstatus.jsp", fields);
    }

    /**
     * Adds or changes several statuses.
     *
     * @param fields data, c1, n
     * @return the answer, whatever it is
     * @throws IOException if there is none within 10 s
     * @throws InterruptedException if the thread is interrupted
     */
    public PvOutputAnswer addBatchStatus(Map<String, String> fields)
            throws IOException, InterruptedException {
        return post("addbatchstatus.jsp", fields);
    }

    /**
     * Adds or changes what a whole day gave.
     *
     * @param fields d and g, e, pp, pt, tm, tx, ip, c
     * @return the answer, whatever it is
     * @throws IOException if there is none within 10 s
     * @throws InterruptedException if the thread is interrupted
     */
    public PvOutputAnswer addOutput(Map<String, String> fields)
            throws IOException, InterruptedException {
        return post("addoutput.jsp", fields);
    }

    /**
     * Asks for what PVOutput has; {@link StatusRow} and {@link DayStatistics} read the answer.
     *
     * @param query d, t, h, from, to, limit, asc, ext, stats
     * @return the answer, whatever it is
     * @throws IOException if there is none within 10 s
     * @throws InterruptedException if the thread is interrupted
     */
    public PvOutputAnswer getStatus(Map<String, String> query)
            throws IOException, InterruptedException {
        return answer(http.get(access.of("getstatus.jsp", encoded(query)), headers()));
    }

    private PvOutputAnswer post(String service, Map<String, String> fields)
            throws IOException, InterruptedException {
        Map<String, String> headers = headers();
        byte[] body = encoded(fields).getBytes(StandardCharsets.US_ASCII);
        return answer(http.post(access.of(service, ""), headers, body));
    }

    private Map<String, String> headers() {
        return Map.of(
                "Content-Type",
                "application/x-www-form-urlencoded",
                "X-Pvoutput-Apikey",
                access.key(),
                "X-Pvoutput-SystemId",
                access.system(),
                "X-Rate-Limit",
                "1");
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(
                        it ->
                                it.getKey()
                                        + "="
                                        + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** A server that repeats the key must not bring it into a log. */
    private PvOutputAnswer answer(HttpCall.Answer answer) {
        return PvOutputAnswer.of(
                answer.status(), answer.body().replace(access.key(), "***"), answer::header);
    }

    /** The server, without the key. */
    @Override
    public String toString() {
        return access.toString();
    }
}

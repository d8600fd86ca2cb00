package io.wattwire.publish.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * Asks an HTTP server. A call ends by its deadline, the body of the answer included; of an answer
 * no more than 64 KiB are kept, and redirects are not followed, because secrets travel with a
 * request. Thread-safe.
 */
public final class HttpCall {

    private static final int LONGEST_ANSWER = 1 << 16;

    private final HttpClient client;
    private final Duration deadline;

    /**
     * An answer, good or bad.
     *
     * @param status the code, 200 for success
     * @param headers by lower-case name
     * @param body the beginning of the text
     */
    public record Answer(int status, Map<String, List<String>> headers, String body) {

        /**
         * Gives a header.
         *
         * @param name in lower case
         * @return its first value; empty if there is none
         */
        public String header(String name) {
            List<String> values = headers.getOrDefault(name, List.of());
            return values.isEmpty() ? "" : values.get(0);
        }
    }

    /**
     * Makes a caller.
     *
     * @param deadline longest time of one call
     */
    public HttpCall(Duration deadline) {
        this.deadline = deadline;
        client =
                HttpClient.newBuilder()
                        .connectTimeout(deadline)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
    }

    /**
     * Sends a body.
     *
     * @param uri where to
     * @param headers of the request; may hold secrets, which are never in a message from here
     * @param body any bytes
     * @return the answer, whatever its status
     * @throws IOException if there is none in time; the message names the server, cause and remedy
     * @throws InterruptedException if the thread is interrupted
     */
    public Answer post(URI uri, Map<String, String> headers, byte[] body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        headers.forEach(request::header);
        return send(request.POST(HttpRequest.BodyPublishers.ofByteArray(body)).build());
    }

    /**
     * Asks for something.
     *
     * @param uri where
     * @param headers of the request; may hold secrets, which are never in a message from here
     * @return the answer, whatever its status
     * @throws IOException if there is none in time; the message names the server, cause and remedy
     * @throws InterruptedException if the thread is interrupted
     */
    public Answer get(URI uri, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        headers.forEach(request::header);
        return send(request.GET().build());
    }

    private Answer send(HttpRequest request) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<String>> call =
                client.sendAsync(request, info -> BoundedBody.beginning(LONGEST_ANSWER));
        String server = request.uri().getScheme() + "://" + request.uri().getAuthority();
        try {
            HttpResponse<String> answer = call.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(answer.statusCode(), answer.headers().map(), answer.body());
        } catch (TimeoutException late) {
            throw new IOException(
                    server
                            + " gave no whole answer within "
                            + deadline.toMillis()
                            + " ms; check whether it is overloaded, or the way to it",
                    late);
        } catch (ExecutionException failed) {
            throw new IOException(server + " " + why(failed.getCause()), failed.getCause());
        } finally {
            call.cancel(true);
        }
    }

    private static String why(Throwable cause) {
        if (cause instanceof SSLException) {
            return "has a certificate that is not trusted, or no TLS; check the address, and give"
                    + " the gateway the certificate of its authority: "
                    + cause.getMessage();
        }
        if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
            return "cannot be reached; start it, or correct the address"
                    + (cause.getMessage() == null ? "" : ": " + cause.getMessage());
        }
        String text = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        return "broke the connection: " + text;
    }
}

package io.wattwire.publish.http.serve;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Puts an answer on the wire. No header lets another origin read it, embed it or keep it. */
final class AnswerWriter {

    private static final Map<Integer, String> REASONS =
            Map.ofEntries(
                    Map.entry(200, "OK"),
                    Map.entry(204, "No Content"),
                    Map.entry(400, "Bad Request"),
                    Map.entry(401, "Unauthorized"),
                    Map.entry(403, "Forbidden"),
                    Map.entry(404, "Not Found"),
                    Map.entry(405, "Method Not Allowed"),
                    Map.entry(409, "Conflict"),
                    Map.entry(411, "Length Required"),
                    Map.entry(413, "Content Too Large"),
                    Map.entry(421, "Misdirected Request"),
                    Map.entry(422, "Unprocessable Content"),
                    Map.entry(429, "Too Many Requests"),
                    Map.entry(431, "Request Header Fields Too Large"),
                    Map.entry(500, "Internal Server Error"),
                    Map.entry(503, "Service Unavailable"));

    private static final String SAFE =
            "Connection: close\r\n"
                    + "Cache-Control: no-store\r\n"
                    + "X-Content-Type-Options: nosniff\r\n"
                    + "X-Frame-Options: DENY\r\n"
                    + "Cross-Origin-Resource-Policy: same-origin\r\n"
                    + "Referrer-Policy: no-referrer\r\n"
                    + "Content-Security-Policy: default-src 'self'; base-uri 'none'; form-action"
                    + " 'none'; frame-ancestors 'none'\r\n";

    private AnswerWriter() {}

    static void write(Answer answer, boolean headOnly, OutputStream out) throws IOException {
        StringBuilder head = new StringBuilder("HTTP/1.1 ");
        head.append(answer.status()).append(' ');
        head.append(REASONS.getOrDefault(answer.status(), "Answer")).append("\r\n");
        head.append("Content-Type: ").append(answer.contentType()).append("\r\n");
        head.append("Content-Length: ").append(answer.bytes().length).append("\r\n");
        head.append(SAFE);
        if (answer.status() == 401) {
            head.append("WWW-Authenticate: Basic realm=\"wattwire\", charset=\"UTF-8\"\r\n");
        }
        if (answer.status() == 429) {
            head.append("Retry-After: 60\r\n");
        }
        out.write(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
        if (!headOnly) {
            out.write(answer.bytes());
        }
        out.flush();
    }
}

package io.wattwire.publish.http.serve;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * What a caller gets.
 *
 * @param status the code, 200 to 599
 * @param contentType such as {@code application/json}
 * @param bytes the body; not changed by anybody afterwards
 */
public record Answer(int status, String contentType, byte[] bytes) {

    private static final String JSON = "application/json";
    private static final int LEAST = 200;
    private static final int MOST = 599;

    /**
     * Checks the status and what would break a header. {@inheritDoc}
     *
     * @throws IllegalArgumentException if one of them is out of range
     */
    public Answer {
        Objects.requireNonNull(bytes, "bytes");
        if (status < LEAST
                || status > MOST
                || contentType.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(status + " " + contentType);
        }
    }

    /**
     * A document.
     *
     * @param status the code
     * @param json the document as text
     * @return the answer
     */
    public static Answer json(int status, String json) {
        return new Answer(status, JSON, json.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Text in UTF-8.
     *
     * @param status the code
     * @param contentType such as {@code text/plain; charset=utf-8}
     * @param text the body
     * @return the answer
     */
    public static Answer text(int status, String contentType, String text) {
        return new Answer(status, contentType, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A refusal: one line {@code {"error": "…"}}.
     *
     * @param status the code
     * @param reason cause and remedy; no secrets, no stack traces
     * @return the answer
     */
    public static Answer error(int status, String reason) {
        StringBuilder line = new StringBuilder("{\"error\": \"");
        for (char c : reason.toCharArray()) {
            if (c == '"' || c == '\\') {
                line.append('\\').append(c);
            } else {
                line.append(Character.isISOControl(c) || Character.isSurrogate(c) ? '?' : c);
            }
        }
        return json(status, line.append("\"}\n").toString());
    }
}

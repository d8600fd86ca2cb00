package io.wattwire.publish.http.serve;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a caller asks, within the door's bounds.
 *
 * @param method such as {@code GET}
 * @param path decoded, in parts: {@code /a/b%2Fc} is {@code a} and {@code b/c}
 * @param query decoded, the first value of each name
 * @param headers by lower-case name; the credential is not among them
 * @param body at most 64 KiB
 * @param from the caller's address, for the audit
 */
public record Request(
        String method,
        List<String> path,
        Map<String, String> query,
        Map<String, String> headers,
        byte[] body,
        String from) {

    /** Copies path, query and headers. {@inheritDoc} */
    public Request {
        path = List.copyOf(path);
        query = Map.copyOf(query);
        headers = Map.copyOf(headers);
    }

    /**
     * The body as text.
     *
     * @return empty if it is no UTF-8
     */
    public Optional<String> text() {
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}

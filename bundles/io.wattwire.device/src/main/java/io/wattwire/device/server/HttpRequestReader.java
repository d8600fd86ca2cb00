package io.wattwire.device.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Reads one HTTP request of a client, bounded in size. */
final class HttpRequestReader {

    /** What a client wants. */
    record Request(String method, String path, String authorization, String body) {}

    private static final int LONGEST = 65_536;

    private HttpRequestReader() {}

    /**
     * Reads until the request is whole.
     *
     * @return empty when the client hung up or said something else
     * @throws IOException if the connection is lost
     */
    static Optional<Request> read(Peer peer) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] buffer = new byte[2048];
        while (all.size() < LONGEST) {
            int count = peer.read(buffer);
            if (count < 0) {
                return Optional.empty();
            }
            all.write(buffer, 0, count);
            String text = all.toString(StandardCharsets.ISO_8859_1);
            int end = text.indexOf("\r\n\r\n");
            if (end >= 0 && text.length() >= end + 4 + length(text.substring(0, end))) {
                return parse(all.toString(StandardCharsets.UTF_8));
            }
        }
        return Optional.empty();
    }

    private static Optional<Request> parse(String text) {
        String[] parts = text.split("\r\n\r\n", 2);
        String[] words = parts[0].split("\r\n", 2)[0].split(" ");
        return words.length != 3 || !words[2].startsWith("HTTP/1.")
                ? Optional.empty()
                : Optional.of(
                        new Request(
                                words[0], words[1], header(parts[0], "authorization"), parts[1]));
    }

    private static int length(String head) {
        String value = header(head, "content-length");
        return value.matches("[0-9]{1,5}") ? Integer.parseInt(value) : 0;
    }

    private static String header(String head, String name) {
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }
}

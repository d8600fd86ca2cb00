package io.wattwire.device.server;

import java.nio.charset.StandardCharsets;

/** Answers of small devices with an HTTP interface: one document, and then the connection ends. */
final class HttpAnswer {

    private HttpAnswer() {}

    static byte[] of(int status, String body) {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        String head =
                "HTTP/1.1 %d %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
                        .formatted(status, status == 200 ? "OK" : "Trouble", length);
        return (head + body).getBytes(StandardCharsets.UTF_8);
    }
}

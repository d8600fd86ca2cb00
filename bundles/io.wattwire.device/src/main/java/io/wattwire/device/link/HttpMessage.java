package io.wattwire.device.link;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A request to a device with an HTTP interface, and how it travels through a link: {@code GET
 * /path}, or {@code POST /path} with the body on the next line.
 *
 * @param method {@code GET} or {@code POST}
 * @param path begins with a slash, of printable ASCII without spaces
 * @param body JSON; empty for GET
 */
public record HttpMessage(String method, String path, String body) {

    private static final int LONGEST_PATH = 500;
    private static final int LONGEST_BODY = 32_768;

    /**
     * Checks that nothing in it could be taken for another request. {@inheritDoc}
     *
     * @throws IllegalArgumentException if method, path or body cannot be sent
     */
    public HttpMessage {
        if (!method.equals("GET") && !method.equals("POST")) {
            throw new IllegalArgumentException("method '" + method + "' is none of GET, POST");
        }
        if (!path.startsWith("/")
                || path.length() > LONGEST_PATH
                || path.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw new IllegalArgumentException("'" + path + "' is no path; write /api/…");
        }
        if (method.equals("GET") && !body.isEmpty() || body.length() > LONGEST_BODY) {
            throw new IllegalArgumentException(
                    "a body of " + body.length() + " characters cannot be sent by " + method);
        }
    }

    /**
     * Asks for a document.
     *
     * @param path where it is
     * @return the request
     */
    public static HttpMessage get(String path) {
        return new HttpMessage("GET", path, "");
    }

    /**
     * Sends a document.
     *
     * @param path where to
     * @param json the document
     * @return the request
     */
    public static HttpMessage post(String path, String json) {
        return new HttpMessage("POST", path, json);
    }

    /**
     * Writes it for a link.
     *
     * @return its bytes, without credential
     */
    public byte[] bytes() {
        String text = method + " " + path + (body.isEmpty() ? "" : "\n" + body);
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads what {@link #bytes} wrote.
     *
     * @param bytes of a link
     * @return the request
     * @throws IllegalArgumentException if it is none
     */
    public static HttpMessage of(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        int line = text.indexOf('\n');
        String head = line < 0 ? text : text.substring(0, line);
        int space = head.indexOf(' ');
        if (space < 0) {
            throw new IllegalArgumentException("a request begins with GET or POST and a path");
        }
        return new HttpMessage(
                head.substring(0, space),
                head.substring(space + 1),
                line < 0 ? "" : text.substring(line + 1));
    }

    /** Tells whether asking twice does no harm. */
    boolean readsOnly() {
        return method.equals("GET");
    }

    /** The request as it leaves; the only place where a credential is written. */
    byte[] wire(Http address) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder();
        head.append(method).append(' ').append(path).append(" HTTP/1.1\r\n");
        head.append("Host: ").append(new HostPort(address.host(), address.port()).text());
        head.append("\r\nAccept: application/json\r\nConnection: close\r\n");
        if (!address.credential().isNone()) {
            head.append("Authorization: ").append(address.credential().basic()).append("\r\n");
        }
        if (!readsOnly()) {
            head.append("Content-Type: application/json\r\n");
            head.append("Content-Length: ").append(content.length).append("\r\n");
        }
        byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
        byte[] whole = Arrays.copyOf(start, start.length + content.length);
        System.arraycopy(content, 0, whole, start.length, content.length);
        return whole;
    }
}

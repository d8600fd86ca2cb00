package io.wattwire.device.link;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Finds one answer of HTTP/1.0 or 1.1 (RFC 9112) in bytes as they come: status line, headers, then
 * a body of a told length, in chunks, or to the end of the connection. Every part is bounded, so
 * that no device can make it grow. Not thread-safe.
 */
final class HttpReader {

    /** The bytes are no answer, or one that is too long; the message says which. */
    static final class Wrong extends IOException {
        private static final long serialVersionUID = 1L;

        Wrong(String what) {
            super(what);
        }
    }

    private static final int LONGEST_LINE = 2048;
    private static final int MOST_HEADERS = 64;
    static final int LONGEST_BODY = 65_536;

    private enum Part {
        STATUS,
        HEADER,
        COUNTED,
        TO_THE_END,
        CHUNK_SIZE,
        CHUNK,
        CHUNK_END,
        TRAILER,
        DONE
    }

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private Part part = Part.STATUS;
    private int status;
    private int headers;
    private long left = -1;
    private boolean chunked;

    /** Takes bytes; what comes behind the answer is dropped. */
    void feed(byte[] bytes, int count) throws Wrong {
        for (int i = 0; i < count && part != Part.DONE; i++) {
            switch (part) {
                case COUNTED, CHUNK, TO_THE_END -> content(bytes[i]);
                default -> letter(bytes[i]);
            }
        }
    }

    /**
     * Says that the other end closed the connection.
     *
     * @throws Wrong if the answer was not whole
     */
    void end() throws Wrong {
        if (part == Part.TO_THE_END) {
            part = Part.DONE;
        }
        if (part != Part.DONE) {
            throw new Wrong("the connection ended before the end of the answer");
        }
    }

    boolean done() {
        return part == Part.DONE;
    }

    /** 100 to 599; 0 before it is known. */
    int status() {
        return status;
    }

    byte[] body() {
        return body.toByteArray();
    }

    private void content(byte one) throws Wrong {
        if (body.size() >= LONGEST_BODY) {
            throw new Wrong("the answer is longer than " + LONGEST_BODY + " bytes");
        }
        body.write(one);
        if (part != Part.TO_THE_END && --left == 0) {
            part = part == Part.CHUNK ? Part.CHUNK_END : Part.DONE;
        }
    }

    private void letter(byte one) throws Wrong {
        if (one != '\n') {
            line.write(one);
            if (line.size() > LONGEST_LINE) {
                throw new Wrong(
                        status == 0
                                ? "what comes is no HTTP"
                                : "a line of the answer is longer than " + LONGEST_LINE + " bytes");
            }
            return;
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        line.reset();
        line(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
    }

    private void line(String text) throws Wrong {
        switch (part) {
            case STATUS -> statusLine(text);
            case HEADER -> header(text);
            case CHUNK_SIZE -> chunk(text);
            case CHUNK_END -> {
                if (!text.isEmpty()) {
                    throw new Wrong("a chunk of the answer is longer than it says");
                }
                part = Part.CHUNK_SIZE;
            }
            default -> {
                part = text.isEmpty() ? Part.DONE : Part.TRAILER;
                count();
            }
        }
    }

    private void statusLine(String text) throws Wrong {
        if (!text.matches("HTTP/1\\.[01] [1-5][0-9]{2}( .*)?")) {
            throw new Wrong("what comes is no HTTP");
        }
        status = Integer.parseInt(text.substring(9, 12));
        part = Part.HEADER;
    }

    private void header(String text) throws Wrong {
        if (text.isEmpty()) {
            begin();
            return;
        }
        count();
        int colon = text.indexOf(':');
        if (colon < 1) {
            throw new Wrong("a header of the answer has no name");
        }
        String name = text.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        String value = text.substring(colon + 1).strip();
        if (name.equals("content-length")) {
            length(value);
        } else if (name.equals("transfer-encoding")) {
            chunked = value.equalsIgnoreCase("chunked");
            if (!chunked) {
                throw new Wrong("the answer is encoded in a way that is not understood");
            }
        }
    }

    private void length(String value) throws Wrong {
        if (!value.matches("[0-9]{1,9}") || left >= 0 && left != Long.parseLong(value)) {
            throw new Wrong("the answer does not tell its length");
        }
        left = Long.parseLong(value);
        if (left > LONGEST_BODY) {
            throw new Wrong("the answer is longer than " + LONGEST_BODY + " bytes");
        }
    }

    /** The headers are over. */
    private void begin() {
        if (status < 200) {
            status = 0;
            left = -1;
            part = Part.STATUS; // an interim answer; the real one follows
        } else if (status == 204 || status == 304 || !chunked && left == 0) {
            part = Part.DONE;
        } else if (chunked) {
            part = Part.CHUNK_SIZE;
        } else {
            part = left > 0 ? Part.COUNTED : Part.TO_THE_END;
        }
    }

    private void chunk(String text) throws Wrong {
        int end = text.indexOf(';');
        String size = (end < 0 ? text : text.substring(0, end)).strip();
        if (!size.matches("[0-9A-Fa-f]{1,6}")) {
            throw new Wrong("a chunk of the answer does not tell its size");
        }
        left = Integer.parseInt(size, 16);
        part = left == 0 ? Part.TRAILER : Part.CHUNK;
        count();
    }

    /** Lines without end are no answer either; chunks count too, or they could be of one byte. */
    private void count() throws Wrong {
        if (++headers > (chunked && part != Part.HEADER ? LONGEST_BODY : MOST_HEADERS)) {
            throw new Wrong("the answer has too many headers");
        }
    }
}

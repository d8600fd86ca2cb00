package io.wattwire.publish.http.serve;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first line and the headers of a request, taken strictly: what two readers could understand
 * differently is refused (RFC 9112).
 *
 * @param method in capitals
 * @param target begins with a slash, not decoded
 * @param headers by lower-case name
 */
record RequestHead(String method, String target, Map<String, String> headers) {

    private static final int MOST_BYTES = 16 * 1024;
    private static final int MOST_HEADERS = 64;
    private static final Pattern FIRST =
            Pattern.compile("([A-Z]{1,16}) (/[\\x21-\\x7e]{0,4000}) HTTP/1\\.[01]");
    private static final Pattern HEADER =
            Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \\t]*(.*?)[ \\t]*", Pattern.DOTALL);
    private static final Set<String> ONCE =
            Set.of("host", "origin", "content-length", "authorization", "sec-fetch-site");

    static RequestHead read(InputStream in) throws IOException, RequestFault {
        Lines lines = new Lines(in);
        Matcher first = FIRST.matcher(lines.next());
        if (!first.matches()) {
            throw new RequestFault(400, "the first line is none of HTTP/1.1");
        }
        Map<String, String> headers = new HashMap<>();
        int count = 0;
        for (String line = lines.next(); !line.isEmpty(); line = lines.next()) {
            Matcher header = HEADER.matcher(line);
            if (!header.matches() || ++count > MOST_HEADERS) {
                throw new RequestFault(400, "a header is malformed, or there are too many");
            }
            String name = header.group(1).toLowerCase(Locale.ROOT);
            String before = headers.get(name);
            if (before != null && ONCE.contains(name)) {
                throw new RequestFault(400, "the header " + name + " is there twice");
            }
            headers.put(name, before == null ? header.group(2) : before + ", " + header.group(2));
        }
        return new RequestHead(first.group(1), first.group(2), headers);
    }

    private static final class Lines {
        private final InputStream in;
        private int left = MOST_BYTES;

        Lines(InputStream in) {
            this.in = in;
        }

        String next() throws IOException, RequestFault {
            StringBuilder line = new StringBuilder();
            while (true) {
                int c = in.read();
                if (c < 0) {
                    throw new EOFException();
                }
                if (--left < 0) {
                    throw new RequestFault(431, "the headers are too long");
                }
                if (c == '\n' && line.length() > 0 && line.charAt(line.length() - 1) == '\r') {
                    line.setLength(line.length() - 1);
                    return line.toString();
                }
                if (line.indexOf("\r") >= 0 || c == '\n' || c == 0) {
                    throw new RequestFault(400, "a line does not end as HTTP wants it");
                }
                line.append((char) c);
            }
        }
    }

    /** How many bytes of body follow. */
    int length(int most) throws RequestFault {
        if (headers.containsKey("transfer-encoding")) {
            throw new RequestFault(411, "send Content-Length in place of Transfer-Encoding");
        }
        String length = headers.getOrDefault("content-length", "0");
        if (!length.matches("\\d{1,18}")) {
            throw new RequestFault(400, "Content-Length is no number");
        }
        if (Long.parseLong(length) > most) {
            throw new RequestFault(413, "the body is too long; the most is " + most + " bytes");
        }
        return Integer.parseInt(length);
    }

    /** Whether the caller waits for a word before it sends the body. */
    boolean waits() {
        return headers.getOrDefault("expect", "").equalsIgnoreCase("100-continue");
    }

    /** Headers of a request that anybody may see. */
    Map<String, String> open() {
        Map<String, String> open = new HashMap<>(headers);
        open.remove("authorization");
        open.remove("cookie");
        return open;
    }
}

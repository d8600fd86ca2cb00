package io.wattwire.publish.http.serve;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;

/**
 * Who may come in. A browser carries requests of any page that its owner looks at, with his
 * credential: so nothing that changes anything is done for another origin, and nothing at all under
 * a name that is not the gateway's, which a page of others could have pointed here.
 */
final class Guard {

    private static final Set<String> HARMLESS = Set.of("GET", "HEAD");

    private final DoorSettings settings;
    private final Logins logins;
    private final RefusedCommands refused;

    Guard(DoorSettings settings, Logins logins, RefusedCommands refused) {
        this.settings = settings;
        this.logins = logins;
        this.refused = refused;
    }

    /** Refuses what may not come in. */
    void check(RequestHead head, InetAddress from) throws RequestFault {
        String host = head.headers().get("host");
        if (host == null || !known(host.toLowerCase(Locale.ROOT))) {
            throw new RequestFault(
                    421,
                    "this gateway is not known by the name in Host; use its address, or add the"
                            + " name to http.hosts");
        }
        if (!HARMLESS.contains(head.method())) {
            ownOrigin(head, host);
        }
        if (settings.credential().isPresent()) {
            credential(head, from);
        }
    }

    /** A name can be made to point here by anybody who owns it; an address cannot. */
    private boolean known(String host) {
        String name = host.replaceFirst(":\\d{1,5}$", "");
        boolean address =
                name.matches("\\d{1,3}(\\.\\d{1,3}){3}") || name.matches("\\[[0-9a-f:.]{2,45}]");
        return address || name.equals("localhost") || settings.hosts().contains(name);
    }

    private void ownOrigin(RequestHead head, String host) throws RequestFault {
        String origin = head.headers().get("origin");
        String scheme = settings.tls().isPresent() ? "https://" : "http://";
        String site = head.headers().get("sec-fetch-site");
        boolean own =
                (origin == null || origin.equalsIgnoreCase(scheme + host))
                        && (site == null || site.equals("same-origin") || site.equals("none"));
        if (!own) {
            throw new RequestFault(403, "pages of other origins change nothing here");
        }
    }

    private void credential(RequestHead head, InetAddress from) throws RequestFault {
        if (!logins.open(from)) {
            throw new RequestFault(429, "too many wrong credentials; wait a minute");
        }
        String header = head.headers().get("authorization");
        char[] secret = secret(header == null ? "" : header);
        boolean all = settings.credential().orElseThrow().matches(secret);
        boolean reader = settings.reader().isPresent() && settings.reader().get().matches(secret);
        if (secret != null) {
            Arrays.fill(secret, ' ');
            if (all || reader) {
                logins.succeeded(from);
            } else {
                logins.failed(from);
            }
        }
        if (!all && !reader) {
            throw new RequestFault(401, "a credential is needed; send the one set in http.secret");
        }
        if (!all && !HARMLESS.contains(head.method())) {
            refused.refused(head.method(), from);
            throw new RequestFault(
                    403, "this secret is for reading; send the one set in http.secret");
        }
    }

    /** {@code Bearer secret}, or {@code Basic} with any user and the secret as password. */
    private static char[] secret(String header) {
        String[] words = header.split(" +", 2);
        if (words.length < 2) {
            return null;
        }
        if (words[0].equalsIgnoreCase("Bearer")) {
            return utf8(words[1].getBytes(StandardCharsets.ISO_8859_1), 0);
        }
        if (!words[0].equalsIgnoreCase("Basic")) {
            return null;
        }
        try {
            byte[] pair = Base64.getDecoder().decode(words[1].strip());
            int colon = 0;
            while (colon < pair.length && pair[colon] != ':') {
                colon++;
            }
            return utf8(pair, Math.min(pair.length, colon + 1));
        } catch (IllegalArgumentException noBase64) {
            return new char[0];
        }
    }

    private static char[] utf8(byte[] bytes, int begin) {
        CharBuffer text =
                StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes, begin, bytes.length - begin));
        char[] chars = new char[text.remaining()];
        text.get(chars);
        return chars;
    }
}

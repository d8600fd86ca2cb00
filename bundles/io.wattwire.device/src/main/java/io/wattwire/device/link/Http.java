package io.wattwire.device.link;

import java.time.Duration;
import java.util.Objects;

/**
 * A device with an HTTP interface of its own in the local network; no TLS, as such devices have
 * none.
 *
 * @param host name or address
 * @param port 1 to 65535, usually 80
 * @param credential what the device asks for; never part of {@link #text()}
 */
public record Http(String host, int port, Credential credential) implements LinkAddress {

    /** Where devices listen. */
    public static final int USUAL_PORT = 80;

    static final String SCHEME = "http://";

    /** Small devices answer late while they talk to their cloud; clients wait 5 to 10 s. */
    private static final Duration READ_DEADLINE = Duration.ofSeconds(5);

    /**
     * Checks the endpoint. {@inheritDoc}
     *
     * @throws IllegalArgumentException if host or port cannot be one
     */
    public Http {
        new HostPort(host, port);
        Objects.requireNonNull(credential, "credential");
    }

    /**
     * Reads an endpoint without a credential.
     *
     * @param text {@code host} or {@code host:port}
     * @return the address
     * @throws IllegalArgumentException if it is none
     */
    public static Http parse(String text) {
        if (text.indexOf('@') >= 0 || text.indexOf('/') >= 0) {
            throw new IllegalArgumentException(
                    "this is more than host and port; write http://host:80, and user and password"
                            + " where they are kept secret");
        }
        HostPort at = HostPort.parse(text, USUAL_PORT);
        return new Http(at.host(), at.port(), Credential.NONE);
    }

    /**
     * The same endpoint with a credential.
     *
     * @param secret what the device asks for
     * @return another address
     */
    public Http with(Credential secret) {
        return new Http(host, port, secret);
    }

    @Override
    public String text() {
        return SCHEME + new HostPort(host, port).text();
    }

    @Override
    public Duration usualReadDeadline() {
        return READ_DEADLINE;
    }
}

package io.wattwire.device.link;

/**
 * Modbus TCP: PDUs behind a header with a transaction number.
 *
 * @param host name or address
 * @param port 1 to 65535, usually 502
 */
public record Tcp(String host, int port) implements LinkAddress {

    static final String SCHEME = "tcp://";

    /**
     * Checks the endpoint. {@inheritDoc}
     *
     * @throws IllegalArgumentException if host or port cannot be one
     */
    public Tcp {
        new HostPort(host, port);
    }

    @Override
    public String text() {
        return SCHEME + new HostPort(host, port).text();
    }
}

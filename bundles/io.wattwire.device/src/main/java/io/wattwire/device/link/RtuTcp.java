package io.wattwire.device.link;

/**
 * RTU frames through a TCP connection, as serial servers and RS-485 bridges in transparent mode
 * carry them.
 *
 * @param host name or address
 * @param port 1 to 65535
 */
public record RtuTcp(String host, int port) implements LinkAddress {

    static final String SCHEME = "rtu-tcp://";

    /**
     * Checks the endpoint. {@inheritDoc}
     *
     * @throws IllegalArgumentException if host or port cannot be one
     */
    public RtuTcp {
        new HostPort(host, port);
    }

    @Override
    public String text() {
        return SCHEME + new HostPort(host, port).text();
    }
}

package io.wattwire.device.link;

import java.time.Duration;

/**
 * An inverter on a line of CMS-2000, Orion and SunEzy inverters behind a serial server, which
 * carries the bytes through a TCP connection.
 *
 * @param host name or address of the serial server
 * @param port 1 to 65535
 * @param inverter serial number of the inverter that is meant; empty to take the one that was found
 *     at the place of the unit id
 */
public record CmsTcp(String host, int port, String inverter) implements LinkAddress {

    static final String SCHEME = "cms-tcp://";

    /**
     * Checks the parts. {@inheritDoc}
     *
     * @throws IllegalArgumentException if host, port or serial number cannot be one
     */
    public CmsTcp {
        new HostPort(host, port);
        Cms.checkSerial(inverter);
    }

    static CmsTcp parse(String text) {
        HostPort at = HostPort.parse(Cms.place(text));
        return new CmsTcp(at.host(), at.port(), Cms.inverter(text));
    }

    @Override
    public LinkAddress of(String serialNumber) {
        return new CmsTcp(host, port, serialNumber);
    }

    @Override
    public String text() {
        return SCHEME + new HostPort(host, port).text() + Cms.marked(inverter);
    }

    @Override
    public Duration usualReadDeadline() {
        return Cms.READ_DEADLINE;
    }
}

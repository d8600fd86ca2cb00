package io.wattwire.device.link;

import io.wattwire.device.model.Protocol;
import io.wattwire.serial.SerialSettings;
import java.time.Duration;

/** Where a device is reached and how its frames are wrapped. */
public sealed interface LinkAddress
        permits Tcp, Rtu, RtuTcp, Solarman, GivEnergy, Cms, CmsTcp, Http {

    /**
     * Writes the address for people and logs; {@link #parse} reads it.
     *
     * @return {@code tcp://host:502}, {@code rtu-tcp://host:4196}, {@code
     *     solarman://host:8899/2712345678}, {@code givenergy://host:8899}, {@code
     *     rtu:/dev/ttyUSB0:9600:8N1}, {@code http://host:80}, never with a secret, {@code
     *     cms:/dev/ttyUSB0:9600:8N1} or {@code cms-tcp://host:4196}, the last two with {@code
     *     #serialnumber} behind if one inverter of several is meant
     */
    String text();

    /**
     * Reads an address.
     *
     * @param text in the form that {@link #text()} writes; a TCP port left out is 502, that of a
     *     logger or dongle 8899, of an HTTP device 80
     * @return the address
     * @throws IllegalArgumentException if the text has another form; the message shows the right
     *     ones
     */
    static LinkAddress parse(String text) {
        String trimmed = text.trim();
        if (trimmed.startsWith(Tcp.SCHEME)) {
            HostPort at = HostPort.parse(trimmed.substring(Tcp.SCHEME.length()));
            return new Tcp(at.host(), at.port());
        }
        if (trimmed.startsWith(RtuTcp.SCHEME)) {
            HostPort at = HostPort.parse(trimmed.substring(RtuTcp.SCHEME.length()));
            return new RtuTcp(at.host(), at.port());
        }
        if (trimmed.startsWith(Solarman.SCHEME)) {
            return Solarman.parse(trimmed.substring(Solarman.SCHEME.length()));
        }
        if (trimmed.startsWith(Http.SCHEME)) {
            return Http.parse(trimmed.substring(Http.SCHEME.length()));
        }
        if (trimmed.startsWith(GivEnergy.SCHEME)) {
            return GivEnergy.parse(trimmed.substring(GivEnergy.SCHEME.length()));
        }
        if (trimmed.startsWith(Rtu.SCHEME)) {
            return new Rtu(SerialSettings.parse(trimmed.substring(Rtu.SCHEME.length())));
        }
        if (trimmed.startsWith(CmsTcp.SCHEME)) {
            return CmsTcp.parse(trimmed.substring(CmsTcp.SCHEME.length()));
        }
        if (trimmed.startsWith(Cms.SCHEME)) {
            return Cms.parse(trimmed.substring(Cms.SCHEME.length()));
        }
        throw new IllegalArgumentException(
                "'"
                        + text
                        + "' is no link; write tcp://host:502, rtu-tcp://host:4196, rtu:/dev/ttyUSB0:9600:8N1,"
                        + " solarman://host:8899/serial, givenergy://host:8899, http://host:80,"
                        + " cms:/dev/ttyUSB0:9600:8N1 or cms-tcp://host:4196");
    }

    /**
     * The same place, for devices that speak a protocol of their own there.
     *
     * @param protocol what the devices speak
     * @return the address
     * @throws IllegalArgumentException if that protocol is not spoken at such a place; the message
     *     names those where it is
     */
    default LinkAddress spoken(Protocol protocol) {
        if (protocol == Protocol.HTTP != this instanceof Http) {
            throw new IllegalArgumentException(
                    protocol == Protocol.HTTP
                            ? "this device has an HTTP interface and nothing else: choose http"
                            : "this device has no HTTP interface that is known here: choose"
                                    + " another connection");
        }
        if (this instanceof Rtu port && protocol == Protocol.CMS) {
            return new Cms(port.settings(), "");
        }
        if (this instanceof RtuTcp server && protocol == Protocol.CMS) {
            return new CmsTcp(server.host(), server.port(), "");
        }
        if (protocol == Protocol.CMS) {
            throw new IllegalArgumentException(
                    "CMS inverters are on a serial line: choose serial, or rtu-tcp where a serial"
                            + " server carries it");
        }
        return this;
    }

    /**
     * The same line, for one of several devices that only their serial numbers tell apart.
     *
     * @param serialNumber of the device that is meant; empty for none in particular
     * @return the address
     * @throws IllegalArgumentException if devices are told apart otherwise here, or the number
     *     cannot be one
     */
    default LinkAddress of(String serialNumber) {
        if (!serialNumber.isEmpty()) {
            throw new IllegalArgumentException(
                    "devices on "
                            + text()
                            + " are told apart by unit id; leave the serial number out");
        }
        return this;
    }

    /**
     * The serial number of the device that is meant, where devices of one line are told apart so.
     *
     * @return empty for none in particular
     */
    default String inverter() {
        return "";
    }

    /**
     * Tells how long this kind of link should rest between requests when nobody says otherwise,
     * whatever the device behind it needs.
     *
     * @return the pause; zero for none
     */
    default Duration usualPause() {
        return Duration.ZERO;
    }

    /**
     * Tells how long a read through this kind of link should be allowed to take when nobody says
     * otherwise, even if the device behind it answers faster.
     *
     * @return the time; zero where only the device counts
     */
    default Duration usualReadDeadline() {
        return Duration.ZERO;
    }
}

package io.wattwire.device.link;

import io.wattwire.serial.SerialSettings;
import java.time.Duration;

/** Where a device is reached and how its frames are wrapped. */
public sealed interface LinkAddress permits Tcp, Rtu, RtuTcp, Solarman, GivEnergy {

    /**
     * Writes the address for people and logs; {@link #parse} reads it.
     *
     * @return {@code tcp://host:502}, {@code rtu-tcp://host:4196}, {@code
     *     solarman://host:8899/2712345678}, {@code givenergy://host:8899} or {@code
     *     rtu:/dev/ttyUSB0:9600:8N1}
     */
    String text();

    /**
     * Reads an address.
     *
     * @param text in the form that {@link #text()} writes; a TCP port left out is 502, that of a
     *     logger or dongle 8899
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
        if (trimmed.startsWith(GivEnergy.SCHEME)) {
            return GivEnergy.parse(trimmed.substring(GivEnergy.SCHEME.length()));
        }
        if (trimmed.startsWith(Rtu.SCHEME)) {
            return new Rtu(SerialSettings.parse(trimmed.substring(Rtu.SCHEME.length())));
        }
        throw new IllegalArgumentException(
                "'"
                        + text
                        + "' is no link; write tcp://host:502, rtu-tcp://host:4196, rtu:/dev/ttyUSB0:9600:8N1,"
                        + " solarman://host:8899/serial or givenergy://host:8899");
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

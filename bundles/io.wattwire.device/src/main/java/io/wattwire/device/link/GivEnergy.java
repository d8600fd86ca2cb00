package io.wattwire.device.link;

import io.wattwire.device.frame.GivEnergyFrame;
import java.time.Duration;
import java.util.Locale;

/**
 * The local protocol of a GivEnergy dongle (data adapter). Unit ids are the slave addresses behind
 * it: 17 the inverter, 50 to 55 low voltage batteries, 1 to 8 external meters. It carries functions
 * 3, 4 and 6 with at most 60 registers; holding registers of the units 1 to 8 are the product data
 * of meters, which have none else. Sources: givenergy-modbus, givenergy-local.
 *
 * @param host name or address of the dongle
 * @param port 1 to 65535, usually 8899
 * @param serial serial of the dongle or of the inverter behind it, ten characters, so that another
 *     plant is never taken for this one; empty to take whoever answers
 */
public record GivEnergy(String host, int port, String serial) implements LinkAddress {

    /** Where dongles listen. */
    public static final int USUAL_PORT = 8899;

    static final String SCHEME = "givenergy://";

    /** Others leave 0.3 s to 0.5 s between requests; faster ones get lost. */
    private static final Duration PAUSE = Duration.ofMillis(300);

    /** An answer may take 2 s, and a cycle has several requests with a pause between them. */
    private static final Duration READ_DEADLINE = Duration.ofSeconds(6);

    /**
     * Checks the endpoint. {@inheritDoc}
     *
     * @throws IllegalArgumentException if host, port or serial cannot be one
     */
    public GivEnergy {
        new HostPort(host, port);
        if (!serial.isEmpty() && !serial.matches("[A-Z0-9]{10}")) {
            throw new IllegalArgumentException(
                    "serial '"
                            + serial
                            + "' is none of a GivEnergy dongle or inverter; write the ten letters and"
                            + " digits printed on it, or leave it out");
        }
    }

    /**
     * The same with whoever answers.
     *
     * @param host name or address of the dongle
     * @param port 1 to 65535
     * @throws IllegalArgumentException if host or port cannot be one
     */
    public GivEnergy(String host, int port) {
        this(host, port, "");
    }

    /** Reads host[:port][/serial]. */
    static GivEnergy parse(String text) {
        int slash = text.indexOf('/');
        HostPort at = HostPort.parse(slash < 0 ? text : text.substring(0, slash), USUAL_PORT);
        String serial = slash < 0 ? "" : text.substring(slash + 1).toUpperCase(Locale.ROOT);
        return new GivEnergy(at.host(), at.port(), serial);
    }

    /**
     * Takes the PDU out of a frame, for showing it.
     *
     * @param frame bytes of a trace
     * @return function code and data as Modbus has them, of an error the function code alone; empty
     *     if the bytes are no frame with a PDU
     */
    public static byte[] pdu(byte[] frame) {
        return GivEnergyFrame.pdu(frame);
    }

    @Override
    public String text() {
        return SCHEME + new HostPort(host, port).text() + (serial.isEmpty() ? "" : "/") + serial;
    }

    @Override
    public Duration usualPause() {
        return PAUSE;
    }

    @Override
    public Duration usualReadDeadline() {
        return READ_DEADLINE;
    }
}

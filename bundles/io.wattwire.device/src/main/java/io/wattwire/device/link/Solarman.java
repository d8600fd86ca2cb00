package io.wattwire.device.link;

import io.wattwire.device.frame.SolarmanFrame;
import java.time.Duration;
import java.util.Arrays;

/**
 * RTU frames through a Solarman logger stick, version 5 of its protocol.
 *
 * @param host name or address of the stick
 * @param port 1 to 65535, usually 8899
 * @param loggerSerial the number printed on the stick, not the inverter's serial; 1 to 2^32 - 1
 */
public record Solarman(String host, int port, long loggerSerial) implements LinkAddress {

    /** Where sticks listen. */
    public static final int USUAL_PORT = 8899;

    static final String SCHEME = "solarman://";

    private static final String FORM = "; write solarman://host:8899/serial of the logger";
    private static final long MOST = 0xFFFF_FFFFL;
    private static final int MOST_DIGITS = 10;

    /** Sticks drop requests that come faster (pysolarmanv5, ha-solarman). */
    private static final Duration PAUSE = Duration.ofMillis(100);

    /** Sticks answer late when they talk to their cloud; clients wait 5 s and more. */
    private static final Duration READ_DEADLINE = Duration.ofSeconds(5);

    /**
     * Checks the endpoint. {@inheritDoc}
     *
     * @throws IllegalArgumentException if host, port or serial cannot be one
     */
    public Solarman {
        new HostPort(host, port);
        if (loggerSerial < 1 || loggerSerial > MOST) {
            throw new IllegalArgumentException(
                    "logger serial "
                            + loggerSerial
                            + " is outside 1.."
                            + MOST
                            + "; it is printed on the logger stick");
        }
    }

    /** Reads host[:port]/serial. */
    static Solarman parse(String text) {
        int slash = text.lastIndexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("'" + text + "' has no logger serial" + FORM);
        }
        HostPort at = HostPort.parse(text.substring(0, slash), USUAL_PORT);
        return new Solarman(at.host(), at.port(), serial(text.substring(slash + 1)));
    }

    /**
     * Reads a logger serial.
     *
     * @param text up to ten decimal digits
     * @return the number
     * @throws IllegalArgumentException if it is none
     */
    public static long serial(String text) {
        if (!text.matches("[0-9]{1," + MOST_DIGITS + "}")) {
            throw new IllegalArgumentException(
                    "logger serial '"
                            + text
                            + "' is no number of up to ten digits; it is printed on the logger stick");
        }
        return Long.parseLong(text);
    }

    /**
     * Takes the PDU out of a frame, for showing it.
     *
     * @param frame bytes of a trace
     * @return function code and data, in answers of some loggers with more behind them; empty if
     *     the bytes are no frame with a PDU
     */
    public static byte[] pdu(byte[] frame) {
        boolean whole = frame.length >= SolarmanFrame.AROUND_ANSWER;
        byte[] rtu = whole ? SolarmanFrame.rtu(frame) : new byte[0];
        return rtu.length < 4 ? new byte[0] : Arrays.copyOfRange(rtu, 1, rtu.length - 2);
    }

    @Override
    public String text() {
        return SCHEME + new HostPort(host, port).text() + "/" + loggerSerial;
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

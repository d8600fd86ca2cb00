package io.wattwire.serial;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A serial device and its line settings, written {@code /dev/ttyUSB0:9600:8N1}.
 *
 * @param device path of the device file, as the user gave it
 * @param baud bits per second, 50 to 4,000,000
 * @param dataBits 7 or 8; Modbus RTU needs 8
 * @param parity {@code N} none, {@code E} even or {@code O} odd
 * @param stopBits 1 or 2
 */
public record SerialSettings(String device, int baud, int dataBits, char parity, int stopBits) {

    private static final Pattern TEXT =
            Pattern.compile("(.+?)(?::(\\d{2,7})(?::([78])([NEOneo])([12]))?)?");
    private static final int DEFAULT_BAUD = 9600;

    /**
     * Checks the ranges. {@inheritDoc}
     *
     * @throws IllegalArgumentException if a part is outside its range; the message names part and
     *     range
     */
    public SerialSettings {
        require(
                device != null && !device.isBlank(),
                "serial device is empty; give a path such as /dev/ttyUSB0");
        require(baud >= 50 && baud <= 4_000_000, "baud rate " + baud + " is outside 50..4000000");
        require(dataBits == 7 || dataBits == 8, "data bits " + dataBits + ": use 7 or 8");
        require("NEO".indexOf(parity) >= 0, "parity '" + parity + "': use N, E or O");
        require(stopBits == 1 || stopBits == 2, "stop bits " + stopBits + ": use 1 or 2");
    }

    /**
     * Reads {@code device[:baud[:8N1]]}; what is left out is 9600 and 8N1. The device may contain
     * colons, as the links in {@code /dev/serial/by-path} do.
     *
     * @param text the settings as text
     * @return the settings
     * @throws IllegalArgumentException if the text has another form or a part is outside its range
     */
    public static SerialSettings parse(String text) {
        Matcher matcher = TEXT.matcher(text.trim());
        require(matcher.matches(), "'" + text + "' is no serial port; write /dev/ttyUSB0:9600:8N1");
        int baud = matcher.group(2) == null ? DEFAULT_BAUD : Integer.parseInt(matcher.group(2));
        if (matcher.group(3) == null) {
            return new SerialSettings(matcher.group(1), baud, 8, 'N', 1);
        }
        return new SerialSettings(
                matcher.group(1),
                baud,
                Integer.parseInt(matcher.group(3)),
                Character.toUpperCase(matcher.group(4).charAt(0)),
                Integer.parseInt(matcher.group(5)));
    }

    /**
     * Counts the bits that one byte takes on the wire.
     *
     * @return start bit, data bits, parity bit if any and stop bits: 10 for 8N1
     */
    public int bitsPerChar() {
        return 1 + dataBits + (parity == 'N' ? 0 : 1) + stopBits;
    }

    /**
     * Says how the line is set, without the device.
     *
     * @return for example {@code 9600:8N1}
     */
    public String line() {
        return baud + ":" + dataBits + parity + stopBits;
    }

    /**
     * Writes the form that {@link #parse} reads.
     *
     * @return for example {@code /dev/ttyUSB0:9600:8N1}
     */
    @Override
    public String toString() {
        return device + ":" + line();
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}

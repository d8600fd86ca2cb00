package io.wattwire.device.link;

import io.wattwire.serial.SerialSettings;
import java.time.Duration;

/**
 * An inverter on a line of CMS-2000, Orion and SunEzy inverters.
 *
 * @param settings serial port and its settings; 8 data bits
 * @param inverter serial number of the inverter that is meant; empty to take the one that was found
 *     at the place of the unit id
 */
public record Cms(SerialSettings settings, String inverter) implements LinkAddress {

    static final String SCHEME = "cms:";

    /** An inverter answers within 105 ms; becoming known to it takes several exchanges. */
    static final Duration READ_DEADLINE = Duration.ofSeconds(4);

    /** Between a port and a serial number. */
    private static final char MARK = '#';

    private static final int LONGEST_SERIAL = 16;

    /**
     * Checks the parts. {@inheritDoc}
     *
     * @throws IllegalArgumentException if the line has not 8 data bits, or the serial number cannot
     *     be one
     */
    public Cms {
        if (settings.dataBits() != 8) {
            throw new IllegalArgumentException(
                    "CMS inverters need 8 data bits, not " + settings.dataBits());
        }
        checkSerial(inverter);
    }

    static void checkSerial(String inverter) {
        boolean printable = inverter.chars().allMatch(letter -> letter > ' ' && letter < 0x7F);
        if (inverter.length() > LONGEST_SERIAL || !printable) {
            throw new IllegalArgumentException(
                    "serial number '"
                            + inverter
                            + "' is none of an inverter; write the about ten characters of its type"
                            + " label, or nothing");
        }
    }

    static Cms parse(String text) {
        return new Cms(SerialSettings.parse(place(text)), inverter(text));
    }

    static String place(String text) {
        int mark = text.lastIndexOf(MARK);
        return mark < 0 ? text : text.substring(0, mark);
    }

    static String inverter(String text) {
        int mark = text.lastIndexOf(MARK);
        return mark < 0 ? "" : text.substring(mark + 1).trim();
    }

    static String marked(String inverter) {
        return inverter.isEmpty() ? "" : MARK + inverter;
    }

    @Override
    public LinkAddress of(String serialNumber) {
        return new Cms(settings, serialNumber);
    }

    @Override
    public String text() {
        return SCHEME + settings + marked(inverter);
    }

    @Override
    public Duration usualReadDeadline() {
        return READ_DEADLINE;
    }
}

package io.wattwire.device.link;

import io.wattwire.serial.SerialSettings;

/**
 * Modbus RTU on a serial port.
 *
 * @param settings device and line settings; 8 data bits
 */
public record Rtu(SerialSettings settings) implements LinkAddress {

    static final String SCHEME = "rtu:";

    /**
     * Checks the settings. {@inheritDoc}
     *
     * @throws IllegalArgumentException if the line has not 8 data bits
     */
    public Rtu {
        if (settings.dataBits() != 8) {
            throw new IllegalArgumentException(
                    "Modbus RTU needs 8 data bits, not " + settings.dataBits());
        }
    }

    @Override
    public String text() {
        return SCHEME + settings;
    }
}

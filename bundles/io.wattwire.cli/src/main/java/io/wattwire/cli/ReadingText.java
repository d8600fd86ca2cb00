package io.wattwire.cli;

import io.wattwire.device.link.FrameMask;
import io.wattwire.device.model.Reading;

/** A reading in one line of a recording: {@code grid_power 230 W}, or a dash for no value. */
final class ReadingText {
    private ReadingText() {}

    /** Tells whether a register or point is personal. */
    static boolean personal(String name) {
        return name.contains("serial");
    }

    /**
     * @param masked whether serials are not to be shown
     */
    static String of(Reading reading, boolean masked) {
        if (!reading.good()) {
            return reading.name() + " -";
        }
        Object value = reading.value();
        if (masked && personal(reading.name())) {
            value = value instanceof String text ? FrameMask.text(text) : 0;
        }
        String line = reading.name() + " " + Values.plain(value) + " " + reading.unit();
        return line.strip().replaceAll("\\s+", " ");
    }
}

package io.wattwire.cli;

import io.wattwire.device.model.Reading;

/** A reading in one line of a recording: {@code grid_power 230 W}, or a dash for no value. */
final class ReadingText {
    private ReadingText() {}

    static String of(Reading reading, Disguise disguise) {
        if (!reading.good()) {
            return reading.name() + " -";
        }
        Object value = disguise.value(reading.name(), reading.value());
        String line = reading.name() + " " + Values.plain(value) + " " + reading.unit();
        return line.strip().replaceAll("\\s+", " ");
    }
}

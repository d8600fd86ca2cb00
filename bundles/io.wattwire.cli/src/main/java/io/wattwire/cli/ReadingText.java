package io.wattwire.cli;

import io.wattwire.device.model.Reading;

/** A reading in one line of a recording: {@code grid_power 230 W}, or a dash for no value. */
final class ReadingText {
    private ReadingText() {}

    /** What stands in the place of a value that there was no time to read. */
    private static final String LEFT_OUT = " - left out, no time";

    /** Whether there was no time to read it, which says nothing of the device. */
    static boolean isLeftOut(Reading reading) {
        return reading.problem().contains("in this cycle")
                || reading.problem().contains("the next read goes on");
    }

    /** Whether a line of a recording says that there was no time to read a value. */
    static boolean isLeftOut(String name, String line) {
        return line.equals(name + LEFT_OUT);
    }

    static String of(Reading reading, Disguise disguise) {
        if (isLeftOut(reading)) {
            return reading.name() + LEFT_OUT;
        }
        if (!reading.good()) {
            return reading.name() + " -";
        }
        Object value = disguise.value(reading.name(), reading.value());
        String line = reading.name() + " " + Values.plain(value) + " " + reading.unit();
        return line.strip().replaceAll("\\s+", " ");
    }
}

package io.wattwire.cli;

import io.wattwire.device.model.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares what a replay reads with what the recording says. A value that there was no time to
 * read, then or now, is none that differs.
 */
final class Comparison {

    private int others;
    private int leftOut;

    /**
     * Compares one value.
     *
     * @param lines of the recording's reading
     * @return what to say of it, possibly nothing; empty when the recording does not have the name
     */
    Optional<String> remark(Reading reading, List<String> lines) {
        Optional<String> recorded =
                lines.stream().filter(line -> line.startsWith(reading.name() + " ")).findFirst();
        return recorded.map(line -> remark(reading, line));
    }

    private String remark(Reading reading, String line) {
        if (ReadingText.isLeftOut(reading.name(), line)) {
            leftOut++;
            return "left out of the recording, there was no time";
        }
        if (ReadingText.isLeftOut(reading)) {
            leftOut++;
            return "left out now, there was no time";
        }
        boolean same = line.equals(ReadingText.of(reading, new Disguise.None()));
        others += same ? 0 : 1;
        return same ? reading.problem() : "differs from the recording";
    }

    boolean differs() {
        return others > 0;
    }

    /** What to say at the end, one line each. */
    List<String> told() {
        List<String> lines = new ArrayList<>();
        if (leftOut > 0) {
            lines.add(
                    leftOut
                            + " values are not compared, as there was no time to read them; record"
                            + " with a longer --deadline");
        }
        if (others > 0) {
            lines.add(others + " values are not those of the recording");
        }
        return lines;
    }
}

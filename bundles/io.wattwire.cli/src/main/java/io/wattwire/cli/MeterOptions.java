package io.wattwire.cli;

import io.wattwire.device.model.MeterRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;

/** What a meter measures. */
final class MeterOptions {
    @Option(
            names = "--meter",
            paramLabel = "ROLE",
            defaultValue = "grid",
            description =
                    "what a meter measures: grid, pv, battery, load, ev or generator (default:"
                            + " ${DEFAULT-VALUE})")
    private String meter;

    @Option(names = "--invert", description = "the meter is wired the other way round")
    private boolean invert;

    MeterRole role() throws WrongUse {
        try {
            return MeterRole.valueOf(meter.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new WrongUse(
                    "--meter '" + meter + "' is none of grid, pv, battery, load, ev, generator");
        }
    }

    boolean inverted() {
        return invert;
    }

    /** As words of a command line. */
    List<String> words() {
        List<String> words = new ArrayList<>(List.of("--meter", meter));
        if (invert) {
            words.add("--invert");
        }
        return words;
    }
}

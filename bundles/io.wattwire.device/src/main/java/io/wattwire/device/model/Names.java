package io.wattwire.device.model;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a register may be called: its name becomes a Kura channel and a key in wire records. */
final class Names {
    private static final Pattern LOWER_SNAKE = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");
    private static final int LONGEST = 80;

    /** Kura adds these to a channel's name for its own values. */
    private static final Set<String> KURA_ENDINGS = Set.of("_error", "_timestamp", "_unit");

    private static final Set<String> FUNCTIONS = Set.of("min", "max", "abs");

    private Names() {}

    /** What is wrong with a name, and the remedy. */
    static Optional<String> problem(String name) {
        if (name.length() > LONGEST || !LOWER_SNAKE.matcher(name).matches()) {
            return Optional.of(
                    "'"
                            + name
                            + "' is no name; write lower_snake: letters a to z, digits, single underscores, at most "
                            + LONGEST
                            + " characters");
        }
        for (String ending : KURA_ENDINGS) {
            if (name.endsWith(ending)) {
                return Optional.of(
                        "'"
                                + name
                                + "' ends in "
                                + ending
                                + ", which Kura uses itself; write another name");
            }
        }
        if (FUNCTIONS.contains(name)) {
            return Optional.of("'" + name + "' is a function of expressions; write another name");
        }
        if (name.endsWith("_age_ms") || name.startsWith("link_")) {
            return Optional.of(
                    "'" + name + "' is kept for the health of the link; write another name");
        }
        return Optional.empty();
    }
}

package io.wattwire.publish;

import java.util.regex.Pattern;

/**
 * How one kind of channels is thinned out.
 *
 * @param pattern of {@code asset/channel}
 * @param mode what is kept
 * @param millis length of a window; for {@link Mode#CHANGE} the longest silence
 */
record Rule(Pattern pattern, Mode mode, long millis) {

    enum Mode {
        /** Every sample. */
        ALL,
        /** None. */
        OFF,
        /** The last one of each window. */
        LAST,
        /** The mean of each window; of what is no number, the last. */
        MEAN,
        /** Samples that differ from the one before, and one after a long silence. */
        CHANGE
    }

    static final Rule EVERYTHING = new Rule(Pattern.compile(".*"), Mode.ALL, 0);

    boolean matches(String series) {
        return pattern.matcher(series).matches();
    }

    boolean windowed() {
        return mode == Mode.LAST || mode == Mode.MEAN;
    }
}

package io.wattwire.device.session;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says once that a limit over this line cannot be held as fast as promised: detection takes up to 3
 * s, then one answer may be on its way, then the write takes one. Guarded by the turn of {@link
 * Reads}.
 */
final class SlowWarning {

    private static final Logger LOG = LoggerFactory.getLogger(SlowWarning.class);

    /** The promise is 5 s; what a busy machine adds is no reason to warn. */
    private static final Duration LONGEST_ANSWER = Duration.ofMillis(1_100);

    private static final Duration DETECTION = Duration.ofSeconds(3);

    /** The one on its way and the write's own. */
    private static final int ANSWERS = 2;

    /** One late answer is a hiccup, and forgotten by then. */
    private static final int CYCLES = 12;

    private final String owner;
    private final boolean controlled;
    private boolean said;
    private int slowCycles;

    /**
     * @param controlled whether a limit may depend on the device
     */
    SlowWarning(String owner, boolean controlled) {
        this.owner = owner;
        this.controlled = controlled;
    }

    /**
     * Says what is new about the line; called once in each cycle of reads.
     *
     * @param answer what one takes here
     * @return what was said; empty when there is nothing to say
     */
    Optional<String> look(Duration answer) {
        boolean slow = answer.compareTo(LONGEST_ANSWER) > 0;
        slowCycles = slow ? slowCycles + 1 : 0;
        boolean says = slowCycles >= CYCLES && controlled && !said;
        said = slow && (said || says);
        if (!says) {
            return Optional.empty();
        }
        String text =
                String.format(
                        Locale.ROOT,
                        "%s: an answer takes %.1f s on this line; a limit over it takes up to %.1f s from a load"
                                + " drop to the command, as 5 s need answers within 1 s; look at the line, or give"
                                + " meter and inverter lines of their own",
                        owner,
                        seconds(answer),
                        seconds(answer.multipliedBy(ANSWERS).plus(DETECTION)));
        LOG.warn(text);
        return Optional.of(text);
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1e3;
    }
}

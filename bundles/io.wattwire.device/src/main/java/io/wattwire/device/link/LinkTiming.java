package io.wattwire.device.link;

import java.time.Duration;

/**
 * The breaks that a device needs.
 *
 * @param pause least time between the end of one exchange with a unit and the next request to it;
 *     zero for none
 * @param connectDelay least time between a new connection and the first request on it; zero for
 *     none
 */
public record LinkTiming(Duration pause, Duration connectDelay) {

    /** No breaks beyond those of the line itself. */
    public static final LinkTiming NONE = new LinkTiming(Duration.ZERO, Duration.ZERO);

    /**
     * Checks the times. {@inheritDoc}
     *
     * @throws IllegalArgumentException if one is negative
     */
    public LinkTiming {
        if (pause.isNegative() || connectDelay.isNegative()) {
            throw new IllegalArgumentException(
                    "pause "
                            + pause
                            + " and connect delay "
                            + connectDelay
                            + " must not be negative");
        }
    }
}

package io.wattwire.publish.control;

import java.util.Objects;
import java.util.Optional;

/**
 * What can be commanded: one channel of one asset.
 *
 * @param asset its {@code kura.service.pid}
 * @param channel its name there
 */
public record ControlPoint(String asset, String channel) {

    private static final int LONGEST = 255;

    /** Checks that nothing is null. {@inheritDoc} */
    public ControlPoint {
        Objects.requireNonNull(asset, "asset");
        Objects.requireNonNull(channel, "channel");
    }

    /**
     * Reads {@code asset/channel}.
     *
     * @param text at most 255 characters each; the last slash counts
     * @return empty if it is not written so
     */
    public static Optional<ControlPoint> parse(String text) {
        int slash = text.lastIndexOf('/');
        boolean good =
                slash > 0
                        && slash <= LONGEST
                        && slash < text.length() - 1
                        && text.length() - slash - 1 <= LONGEST;
        return good
                ? Optional.of(new ControlPoint(text.substring(0, slash), text.substring(slash + 1)))
                : Optional.empty();
    }

    /** As owners write it: {@code asset/channel}. */
    @Override
    public String toString() {
        return asset + "/" + channel;
    }
}

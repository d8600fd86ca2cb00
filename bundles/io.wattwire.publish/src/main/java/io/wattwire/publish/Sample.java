package io.wattwire.publish;

import java.util.Objects;

/**
 * One value of one channel at one time.
 *
 * @param asset its {@code kura.service.pid}
 * @param channel its name there
 * @param value a finite {@link Double}, a {@link Long}, a {@link Boolean} or a {@link String}
 * @param timeMillis when it was measured, in ms since 1970
 */
public record Sample(String asset, String channel, Object value, long timeMillis) {

    /**
     * Checks that nothing is missing.
     *
     * @param asset its {@code kura.service.pid}
     * @param channel its name there
     * @param value a finite {@link Double}, a {@link Long}, a {@link Boolean} or a {@link String}
     * @param timeMillis when it was measured, in ms since 1970
     * @throws NullPointerException if something is
     */
    public Sample {
        Objects.requireNonNull(asset, "asset");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(value, "value");
    }

    /**
     * Names the values that are kept in order among each other.
     *
     * @return {@code asset/channel}
     */
    public String series() {
        return asset + "/" + channel;
    }
}

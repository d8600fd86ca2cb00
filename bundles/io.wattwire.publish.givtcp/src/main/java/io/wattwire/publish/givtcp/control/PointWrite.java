package io.wattwire.publish.givtcp.control;

import java.util.Objects;

/**
 * What a command writes.
 *
 * @param channel a register, point or command of the GivEnergy driver, which is also the name of
 *     the asset's channel
 * @param value its value as text
 */
public record PointWrite(String channel, String value) {

    /** Checks that nothing is null. {@inheritDoc} */
    public PointWrite {
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(value, "value");
    }

    @Override
    public String toString() {
        return channel + "=" + value;
    }
}

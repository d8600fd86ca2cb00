package io.wattwire.publish.control;

import java.util.Objects;

/**
 * A command from outside, as it came: nothing of it is believed yet.
 *
 * @param point {@code asset/channel}
 * @param value number, text, true or false as text
 * @param by who asks, for the audit: {@code MQTT}, {@code REST 192.0.2.7}
 * @param retained it lay on a broker, so nobody knows how old it is
 */
public record ControlRequest(String point, String value, String by, boolean retained) {

    /** Checks that nothing is null. {@inheritDoc} */
    public ControlRequest {
        Objects.requireNonNull(point, "point");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(by, "by");
    }
}

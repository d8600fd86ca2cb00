package io.wattwire.standalone;

import java.time.Instant;

/**
 * Something that is wrong while the rest runs on.
 *
 * @param time when it was seen first
 * @param source what it happened to: mostly a {@code kura.service.pid}
 * @param cause what is wrong
 * @param remedy what to do about it
 */
public record Fault(Instant time, String source, String cause, String remedy) {
    /** {@return source, cause and remedy in one line} */
    @Override
    public String toString() {
        return source + ": " + cause + "; " + remedy;
    }
}

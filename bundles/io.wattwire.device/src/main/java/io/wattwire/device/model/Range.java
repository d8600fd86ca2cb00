package io.wattwire.device.model;

import java.util.Objects;

/**
 * A range of addresses.
 *
 * @param kind address space
 * @param from first address
 * @param to last address, included
 */
public record Range(RegisterKind kind, int from, int to) {

    /**
     * Checks the addresses. {@inheritDoc}
     *
     * @throws IllegalArgumentException if the range is empty or leaves 0 to 65535
     */
    public Range {
        Objects.requireNonNull(kind, "kind");
        if (from < 0 || to > 0xFFFF || from > to) {
            throw new IllegalArgumentException(
                    "range " + from + " to " + to + " is empty or leaves 0 to 65535");
        }
    }
}

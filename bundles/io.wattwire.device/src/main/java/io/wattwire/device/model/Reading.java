package io.wattwire.device.model;

import java.util.Objects;

/**
 * A value as it was read.
 *
 * @param name the register's or point's name
 * @param value Double, Long, String or Boolean; null when there is none, and then {@code problem}
 *     says why
 * @param unit engineering unit, empty where there is none
 * @param timestampMillis when it was read, wall clock, milliseconds since 1970
 * @param problem cause and remedy, empty when all is well
 */
public record Reading(
        String name, Object value, String unit, long timestampMillis, String problem) {

    /**
     * Checks that a reading has a value or a problem. {@inheritDoc}
     *
     * @throws IllegalArgumentException if it has neither
     */
    public Reading {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(problem, "problem");
        if (value == null && problem.isEmpty()) {
            throw new IllegalArgumentException(
                    "reading of " + name + " has neither value nor problem");
        }
    }

    /**
     * Whether the value can be used.
     *
     * @return true when there is a value and no problem
     */
    public boolean good() {
        return value != null && problem.isEmpty();
    }
}

package io.wattwire.device.model;

import java.util.Objects;

/**
 * A word of the vocabulary that all brands share.
 *
 * @param name lower_snake
 * @param unit engineering unit, empty where there is none
 * @param kind type of its values
 * @param meaning what it is, and what its sign says
 * @param signed its sign tells a direction of flow, so that a meter mounted the other way round
 *     turns it
 * @param writable it can be commanded
 */
public record CommonPoint(
        String name,
        String unit,
        ValueKind kind,
        String meaning,
        boolean signed,
        boolean writable) {

    /** Checks that nothing is null. {@inheritDoc} */
    public CommonPoint {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(meaning, "meaning");
    }
}

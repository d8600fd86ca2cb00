package io.wattwire.device.model;

import java.util.Objects;

/**
 * A part of a device that may be asked only while one register says that it is there: asking a part
 * that is not there can cost more than its own values, some devices then hang up. Blocks must not
 * mix such a part with others; {@link BlockRules#borders()} keep them apart.
 *
 * @param service the part, as the column {@code service} names it
 * @param register the register that tells, of this service or another; it is always asked
 * @param state the label, or number as text, that it shows while the part is there
 */
public record Presence(String service, String register, String state) {

    /** Checks that nothing is null. {@inheritDoc} */
    public Presence {
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(register, "register");
        Objects.requireNonNull(state, "state");
    }

    /**
     * Whether a register may be asked only while the part is there.
     *
     * @param asked the register
     * @return false for the register that tells
     */
    public boolean guards(Register asked) {
        return asked.service().equals(service) && !asked.name().equals(register);
    }
}

package io.wattwire.device.model;

import java.util.Objects;

/**
 * One write of a control sequence.
 *
 * @param register name of the register
 * @param value engineering value
 * @param onlyIfDifferent leave the write out when the register is known to hold this value: for
 *     registers that wear out
 */
public record RegisterWrite(String register, Object value, boolean onlyIfDifferent) {

    /** Checks that nothing is null. {@inheritDoc} */
    public RegisterWrite {
        Objects.requireNonNull(register, "register");
        Objects.requireNonNull(value, "value");
    }
}

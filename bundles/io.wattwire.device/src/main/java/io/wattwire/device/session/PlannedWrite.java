package io.wattwire.device.session;

import io.wattwire.device.model.Register;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A write that would have left, had it not been a rehearsal.
 *
 * @param unit Modbus unit id
 * @param register the register
 * @param before the value that would be replaced; empty when it is not known
 * @param after the value that it would get; empty when the words are none
 * @param words the words that would be written
 */
public record PlannedWrite(
        int unit,
        Register register,
        Optional<Object> before,
        Optional<Object> after,
        List<Integer> words) {

    /** Copies the words. {@inheritDoc} */
    public PlannedWrite {
        Objects.requireNonNull(register, "register");
        words = List.copyOf(words);
    }
}

package io.wattwire.device.plan;

import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterKind;
import java.util.Objects;

/**
 * Addresses that are wanted, or known to be unreadable.
 *
 * @param kind address space
 * @param address first address
 * @param count how many, at least 1
 */
public record Span(RegisterKind kind, int address, int count) {

    /**
     * Checks the addresses. {@inheritDoc}
     *
     * @throws IllegalArgumentException if the span is empty or leaves 0 to 65535
     */
    public Span {
        Objects.requireNonNull(kind, "kind");
        if (address < 0 || count < 1 || count > 0x10000 - address) {
            throw new IllegalArgumentException(
                    "span of " + count + " at " + address + " is empty or leaves 0 to 65535");
        }
    }

    /**
     * The addresses of a register.
     *
     * @param register any register
     * @return its addresses
     */
    public static Span of(Register register) {
        return new Span(register.kind(), register.address(), register.type().words());
    }

    /**
     * The address after the last.
     *
     * @return address + count
     */
    public int end() {
        return address + count;
    }

    /**
     * Whether both have an address in common.
     *
     * @param other any span
     * @return false for another kind
     */
    public boolean touches(Span other) {
        return kind == other.kind && address < other.end() && other.address < end();
    }
}

package io.wattwire.device.plan;

import io.wattwire.device.model.RegisterKind;
import java.util.Objects;

/**
 * One read request.
 *
 * @param kind address space
 * @param address first address
 * @param count how many words or bits
 */
public record Block(RegisterKind kind, int address, int count) {

    /**
     * Checks the addresses. {@inheritDoc}
     *
     * @throws IllegalArgumentException if the block is empty or leaves 0 to 65535
     */
    public Block {
        Objects.requireNonNull(kind, "kind");
        if (address < 0 || count < 1 || count > 0x10000 - address) {
            throw new IllegalArgumentException(
                    "block of " + count + " at " + address + " is empty or leaves 0 to 65535");
        }
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
     * Whether the answer to this request holds all of a span.
     *
     * @param span any span
     * @return false for another kind
     */
    public boolean covers(Span span) {
        return kind == span.kind() && address <= span.address() && span.end() <= end();
    }
}

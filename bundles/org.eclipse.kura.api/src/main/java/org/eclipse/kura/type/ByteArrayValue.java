package org.eclipse.kura.type;

import java.util.Arrays;
import java.util.Objects;

/** Raw bytes as a typed value. They are not copied: neither side may change them afterwards. */
public class ByteArrayValue implements TypedValue<byte[]> {
    private final byte[] value;

    /**
     * Wraps a value.
     *
     * @param value the bytes, not null
     */
    public ByteArrayValue(byte[] value) {
        this.value = Objects.requireNonNull(value, "value");
    }

    /** Orders byte by byte, unsigned; a prefix comes first. */
    @Override
    public int compareTo(TypedValue<byte[]> other) {
        return Arrays.compareUnsigned(value, other.getValue());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ByteArrayValue that && Arrays.equals(value, that.value);
    }

    @Override
    public DataType getType() {
        return DataType.BYTE_ARRAY;
    }

    @Override
    public byte[] getValue() {
        return value;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(value);
    }

    @Override
    public String toString() {
        return "ByteArrayValue [value=" + Arrays.toString(value) + "]";
    }
}

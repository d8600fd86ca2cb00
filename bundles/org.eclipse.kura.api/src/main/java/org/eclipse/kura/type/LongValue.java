package org.eclipse.kura.type;

/** A long as a typed value. */
public class LongValue implements TypedValue<Long> {
    private final long value;

    /**
     * Wraps a value.
     *
     * @param value the value
     */
    public LongValue(long value) {
        this.value = value;
    }

    @Override
    public int compareTo(TypedValue<Long> other) {
        return Long.compare(value, other.getValue());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LongValue that && Long.compare(value, that.value) == 0;
    }

    @Override
    public DataType getType() {
        return DataType.LONG;
    }

    @Override
    public Long getValue() {
        return value;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(value);
    }

    @Override
    public String toString() {
        return "LongValue [value=" + value + "]";
    }
}

package org.eclipse.kura.type;

/** A boolean as a typed value. */
public class BooleanValue implements TypedValue<Boolean> {
    private final boolean value;

    /**
     * Wraps a value.
     *
     * @param value the value
     */
    public BooleanValue(boolean value) {
        this.value = value;
    }

    @Override
    public int compareTo(TypedValue<Boolean> other) {
        return Boolean.compare(value, other.getValue());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BooleanValue that && Boolean.compare(value, that.value) == 0;
    }

    @Override
    public DataType getType() {
        return DataType.BOOLEAN;
    }

    @Override
    public Boolean getValue() {
        return value;
    }

    @Override
    public int hashCode() {
        return Boolean.hashCode(value);
    }

    @Override
    public String toString() {
        return "BooleanValue [value=" + value + "]";
    }
}

package org.eclipse.kura.type;

/** A double as a typed value. */
public class DoubleValue implements TypedValue<Double> {
    private final double value;

    /**
     * Wraps a value.
     *
     * @param value the value
     */
    public DoubleValue(double value) {
        this.value = value;
    }

    @Override
    public int compareTo(TypedValue<Double> other) {
        return Double.compare(value, other.getValue());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DoubleValue that && Double.compare(value, that.value) == 0;
    }

    @Override
    public DataType getType() {
        return DataType.DOUBLE;
    }

    @Override
    public Double getValue() {
        return value;
    }

    @Override
    public int hashCode() {
        return Double.hashCode(value);
    }

    @Override
    public String toString() {
        return "DoubleValue [value=" + value + "]";
    }
}

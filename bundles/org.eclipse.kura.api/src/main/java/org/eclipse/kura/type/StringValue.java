package org.eclipse.kura.type;

/** Text as a typed value. */
public class StringValue implements TypedValue<String> {
    private final String value;

    /**
     * Wraps a value.
     *
     * @param value the text; null becomes the empty text
     */
    public StringValue(String value) {
        this.value = value == null ? "" : value;
    }

    @Override
    public int compareTo(TypedValue<String> other) {
        return value.compareTo(other.getValue());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StringValue that && value.equals(that.value);
    }

    @Override
    public DataType getType() {
        return DataType.STRING;
    }

    @Override
    public String getValue() {
        return value;
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "StringValue [value=" + value + "]";
    }
}

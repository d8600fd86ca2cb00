package org.eclipse.kura.configuration.metatype;

/** The types that an attribute can have; the values are those of a metatype file. */
public enum Scalar {
    /** Text. */
    STRING("String"),

    /** A 64-bit integer. */
    LONG("Long"),

    /** A 64-bit floating point number. */
    DOUBLE("Double"),

    /** A 32-bit floating point number. */
    FLOAT("Float"),

    /** A 32-bit integer. */
    INTEGER("Integer"),

    /** An 8-bit integer. */
    BYTE("Byte"),

    /** A single character. */
    CHAR("Char"),

    /** True or false. */
    BOOLEAN("Boolean"),

    /** A 16-bit integer. */
    SHORT("Short"),

    /** A secret, stored encrypted. */
    PASSWORD("Password");

    private final String value;

    Scalar(String value) {
        this.value = value;
    }

    /** {@return the text behind the constant} */
    public String value() {
        return value;
    }

    /**
     * Finds a constant by its value.
     *
     * @param value the value, as {@link #value()} gives it
     * @return the constant
     * @throws IllegalArgumentException if there is none
     */
    public static Scalar fromValue(String value) {
        for (Scalar constant : values()) {
            if (constant.value.equals(value)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("no Scalar with value " + value);
    }
}

package org.eclipse.kura.type;

/** The types that a channel or a wire record can hold. */
public enum DataType {
    /** True or false. */
    BOOLEAN,

    /** Raw bytes. */
    BYTE_ARRAY,

    /** A 64-bit floating point number. */
    DOUBLE,

    /** A 32-bit signed integer. */
    INTEGER,

    /** A 64-bit signed integer. */
    LONG,

    /** A 32-bit floating point number. */
    FLOAT,

    /** Text. */
    STRING;

    /**
     * Finds a type by its name, upper or lower case.
     *
     * @param name the name of a constant
     * @return the type
     * @throws IllegalArgumentException if there is no such type, or the name is null
     */
    public static DataType getDataType(String name) {
        for (DataType type : values()) {
            if (type.name().equalsIgnoreCase(name)) {
                return type;
            }
        }
        throw new IllegalArgumentException("no data type " + name);
    }
}

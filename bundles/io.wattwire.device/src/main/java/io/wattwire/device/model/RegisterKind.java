package io.wattwire.device.model;

/** The four address spaces of Modbus. */
public enum RegisterKind {
    /** 16-bit words that can be read and written (functions 3, 6 and 16). */
    HOLDING(3),
    /** 16-bit words that can only be read (function 4). */
    INPUT(4),
    /** Bits that can be read and written (functions 1, 5 and 15). */
    COIL(1),
    /** Bits that can only be read (function 2). */
    DISCRETE(2);

    private final int readFunction;

    RegisterKind(int readFunction) {
        this.readFunction = readFunction;
    }

    /**
     * The Modbus function that reads this space.
     *
     * @return 1 to 4
     */
    public int readFunction() {
        return readFunction;
    }

    /**
     * Whether an address is one bit instead of a 16-bit word.
     *
     * @return true for coils and discrete inputs
     */
    public boolean bits() {
        return this == COIL || this == DISCRETE;
    }

    /**
     * Whether the space can be written at all.
     *
     * @return true for holding registers and coils
     */
    public boolean writable() {
        return this == HOLDING || this == COIL;
    }
}

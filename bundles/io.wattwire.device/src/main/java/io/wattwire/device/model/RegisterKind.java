package io.wattwire.device.model;

/** The four tables of a Modbus device. */
public enum RegisterKind {
    /** Readable and writable words, functions 3, 6 and 16. */
    HOLDING(3),
    /** Words that can only be read, function 4. */
    INPUT(4),
    /** Readable and writable bits, functions 1, 5 and 15. */
    COIL(1),
    /** Bits that can only be read, function 2. */
    DISCRETE(2);

    private final int readFunction;

    RegisterKind(int readFunction) {
        this.readFunction = readFunction;
    }

    /**
     * Tells how this kind is read.
     *
     * @return Modbus function code, 1 to 4
     */
    public int readFunction() {
        return readFunction;
    }

    /**
     * Tells bits from words.
     *
     * @return true for coils and discrete inputs
     */
    public boolean bits() {
        return readFunction <= 2;
    }
}

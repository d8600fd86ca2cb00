package io.wattwire.device.model;

<<<<<<< HEAD
=======
<<<<<<< HEAD
>>>>>>> drivers
/** The four address spaces of Modbus. */
public enum RegisterKind {
    /** 16-bit words that can be read and written (functions 3, 6 and 16). */
    HOLDING(3),
    /** 16-bit words that can only be read (function 4). */
    INPUT(4),
    /** Bits that can be read and written (functions 1, 5 and 15). */
    COIL(1),
    /** Bits that can only be read (function 2). */
<<<<<<< HEAD
=======
=======
/** The four tables of a Modbus device. */
public enum RegisterKind {
    /** Readable and writable words, functions 3, 6 and 16. */
    HOLDING(3),
    /** Words that can only be read, function 4. */
    INPUT(4),
    /** Readable and writable bits, functions 1, 5 and 15. */
    COIL(1),
    /** Bits that can only be read, function 2. */
>>>>>>> link
>>>>>>> drivers
    DISCRETE(2);

    private final int readFunction;

    RegisterKind(int readFunction) {
        this.readFunction = readFunction;
    }

    /**
<<<<<<< HEAD
     * The Modbus function that reads this space.
     *
     * @return 1 to 4
=======
<<<<<<< HEAD
     * The Modbus function that reads this space.
     *
     * @return 1 to 4
=======
     * Tells how this kind is read.
     *
     * @return Modbus function code, 1 to 4
>>>>>>> link
>>>>>>> drivers
     */
    public int readFunction() {
        return readFunction;
    }

    /**
<<<<<<< HEAD
     * Whether an address is one bit instead of a 16-bit word.
=======
<<<<<<< HEAD
     * Whether an address is one bit instead of a 16-bit word.
=======
     * Tells bits from words.
>>>>>>> link
>>>>>>> drivers
     *
     * @return true for coils and discrete inputs
     */
    public boolean bits() {
<<<<<<< HEAD
=======
<<<<<<< HEAD
>>>>>>> drivers
        return this == COIL || this == DISCRETE;
    }

    /**
     * Whether the space can be written at all.
     *
     * @return true for holding registers and coils
     */
    public boolean writable() {
        return this == HOLDING || this == COIL;
<<<<<<< HEAD
=======
=======
        return readFunction <= 2;
>>>>>>> link
>>>>>>> drivers
    }
}

package io.wattwire.device.server;

/** A register bank refuses a request; the client gets an exception answer with the code. */
public final class ModbusFault extends Exception {

    /** The function is not offered. */
    public static final int ILLEGAL_FUNCTION = 1;

    /** A register of the block does not exist. */
    public static final int ILLEGAL_ADDRESS = 2;

    /** The count or a value is not allowed. */
    public static final int ILLEGAL_VALUE = 3;

    /** The device failed while it did what was asked. */
    public static final int DEVICE_FAILURE = 4;

    /** The device is busy; ask again later. */
    public static final int BUSY = 6;

    private static final long serialVersionUID = 1L;

    private final int code;

    /**
     * Makes the refusal.
     *
     * @param code Modbus exception code, 1 to 255
     * @param message why, for the log
     */
    public ModbusFault(int code, String message) {
        super(message);
        this.code = code;
    }

    /**
     * Tells the code for the client.
     *
     * @return Modbus exception code
     */
    public int code() {
        return code;
    }
}

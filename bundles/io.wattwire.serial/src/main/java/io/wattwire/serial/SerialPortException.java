package io.wattwire.serial;

import java.io.IOException;
import java.util.Objects;

/** A serial port could not be opened or used; the message names cause and remedy. */
public final class SerialPortException extends IOException {

    private static final long serialVersionUID = 1L;

    /** What went wrong, for callers that act on it. */
    public enum Reason {
        /** There is no such device file. */
        MISSING,
        /** The user that runs Java may not open the device file. */
        DENIED,
        /** Another program has the port. */
        BUSY,
        /** The port works no longer or not with these settings. */
        FAILED
    }

    private final Reason reason;

    /**
     * Makes the error.
     *
     * @param reason what went wrong
     * @param message cause and remedy in words
     */
    public SerialPortException(Reason reason, String message) {
        super(message);
        this.reason = Objects.requireNonNull(reason);
    }

    /**
     * Tells what went wrong.
     *
     * @return the reason, never null
     */
    public Reason reason() {
        return reason;
    }
}

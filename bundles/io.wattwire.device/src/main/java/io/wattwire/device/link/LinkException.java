package io.wattwire.device.link;

import java.io.IOException;
import java.util.Objects;

/**
 * An exchange failed; the message names the link, the cause and, where there is one, the remedy.
 */
public final class LinkException extends IOException {

    private static final long serialVersionUID = 1L;

    /** What went wrong, for callers that act on it. */
    public enum Reason {
        /** No way to the host: unknown name, no route, no connection in time. */
        UNREACHABLE,
        /**
         * The host is there and refuses the connection or is another one than was meant, or the
         * link cannot carry such a request.
         */
        REFUSED,
        /** No answer by the deadline. */
        TIMEOUT,
        /**
         * The device answered with a Modbus exception; see {@link LinkException#modbusException()}.
         */
        EXCEPTION_ANSWER,
        /**
         * A part of a device with a unit id of its own is not heard, which says nothing of the
         * device.
         */
        PART_SILENT,
        /** Bytes came, but no answer to this request was among them. */
        GARBAGE,
        /** The lease was released, the peer hung up or the thread was interrupted. */
        CLOSED,
        /**
         * The wire is taken: by other owners until the deadline, by other line settings or by
         * another program.
         */
        BUSY,
        /** The serial device does not exist. */
        PORT_MISSING,
        /** The serial device may not be opened by this user. */
        PORT_DENIED
    }

    private static final int STILL_WORKING = 5;
    private static final int DEVICE_BUSY = 6;

    private final Reason reason;
    private final int modbusException;

    /**
     * Makes an error.
     *
     * @param reason what went wrong
     * @param message link, cause and remedy in words
     */
    public LinkException(Reason reason, String message) {
        this(reason, message, null);
    }

    /**
     * Makes an error that another one caused.
     *
     * @param reason what went wrong
     * @param message link, cause and remedy in words
     * @param cause the first error, or null
     */
    public LinkException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = Objects.requireNonNull(reason);
        this.modbusException = 0;
    }

    /**
     * Makes the error for an exception answer.
     *
     * @param modbusException code from the answer, 1 to 255
     * @param message link, cause and remedy in words
     */
    public LinkException(int modbusException, String message) {
        super(message);
        this.reason = Reason.EXCEPTION_ANSWER;
        this.modbusException = modbusException;
    }

    /**
     * Tells what went wrong.
     *
     * @return the reason, never null
     */
    public Reason reason() {
        return reason;
    }

    /**
     * Tells the code of an exception answer.
     *
     * @return 1 illegal function, 2 illegal address, 3 illegal value, 4 device failure, 6 busy, …;
     *     0 if the reason is another
     */
    public int modbusException() {
        return modbusException;
    }

    /**
     * Whether the device only asks for patience: the same request may succeed a little later.
     *
     * @return true for the exception answers 5, still working, and 6, busy
     */
    public boolean isPassing() {
        return modbusException == STILL_WORKING || modbusException == DEVICE_BUSY;
    }
}

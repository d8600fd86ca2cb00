package org.eclipse.kura;

/** An answer did not come in time. */
public class KuraTimeoutException extends KuraException {
    private static final long serialVersionUID = 1L;

    /**
     * A failure with a detail.
     *
     * @param message what was waited for
     */
    public KuraTimeoutException(String message) {
        super(KuraErrorCode.TIMED_OUT, message);
    }

    /**
     * A failure with its cause.
     *
     * @param message what was waited for
     * @param cause what led to it; may be null
     */
    public KuraTimeoutException(String message, Throwable cause) {
        super(KuraErrorCode.TIMED_OUT, cause, message);
    }
}

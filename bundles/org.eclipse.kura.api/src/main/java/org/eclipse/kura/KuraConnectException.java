package org.eclipse.kura;

/** A connection could not be made. */
public class KuraConnectException extends KuraException {
    private static final long serialVersionUID = 1L;

    /**
     * A failure with a detail.
     *
     * @param argument the detail that the message shows
     */
    public KuraConnectException(Object argument) {
        super(KuraErrorCode.CONNECTION_FAILED, argument);
    }

    /**
     * A failure with its cause and a detail.
     *
     * @param cause what led to it; may be null
     * @param argument the detail that the message shows
     */
    public KuraConnectException(Throwable cause, Object argument) {
        super(KuraErrorCode.CONNECTION_FAILED, cause, argument);
    }
}

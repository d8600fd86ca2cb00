package org.eclipse.kura;

/** A connection could not be closed in order. */
public class KuraDisconnectException extends KuraException {
    private static final long serialVersionUID = 1L;

    /**
     * A failure with a detail.
     *
     * @param argument the detail that the message shows
     */
    public KuraDisconnectException(Object argument) {
        super(KuraErrorCode.DISCONNECTION_FAILED, argument);
    }

    /**
     * A failure with its cause and a detail.
     *
     * @param cause what led to it; may be null
     * @param argument the detail that the message shows
     */
    public KuraDisconnectException(Throwable cause, Object argument) {
        super(KuraErrorCode.DISCONNECTION_FAILED, cause, argument);
    }
}

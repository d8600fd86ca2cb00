package org.eclipse.kura;

/** An operation needs a connection and there is none. */
public class KuraNotConnectedException extends KuraException {
    private static final long serialVersionUID = 1L;

    /**
     * A failure with a detail.
     *
     * @param argument the detail that the message shows
     */
    public KuraNotConnectedException(Object argument) {
        super(KuraErrorCode.NOT_CONNECTED, argument);
    }

    /**
     * A failure with its cause and a detail.
     *
     * @param cause what led to it; may be null
     * @param argument the detail that the message shows
     */
    public KuraNotConnectedException(Throwable cause, Object argument) {
        super(KuraErrorCode.NOT_CONNECTED, cause, argument);
    }
}

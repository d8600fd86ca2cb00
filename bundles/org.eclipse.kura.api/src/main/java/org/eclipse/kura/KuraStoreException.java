package org.eclipse.kura;

/** The message store refused an operation. */
public class KuraStoreException extends KuraException {
    private static final long serialVersionUID = 1L;

    /**
     * A failure with a detail.
     *
     * @param argument the detail that the message shows
     */
    public KuraStoreException(Object argument) {
        super(KuraErrorCode.STORE_ERROR, argument);
    }

    /**
     * A failure with its cause and a detail.
     *
     * @param cause what led to it; may be null
     * @param argument the detail that the message shows
     */
    public KuraStoreException(Throwable cause, Object argument) {
        super(KuraErrorCode.STORE_ERROR, cause, argument);
    }
}

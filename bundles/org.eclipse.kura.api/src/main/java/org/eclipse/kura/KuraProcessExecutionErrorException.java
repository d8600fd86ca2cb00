package org.eclipse.kura;

/** A process of the operating system could not be run. */
public class KuraProcessExecutionErrorException extends KuraException {
    private static final long serialVersionUID = 1L;

    /**
     * A failure with a detail.
     *
     * @param argument the detail that the message shows
     */
    public KuraProcessExecutionErrorException(Object argument) {
        super(KuraErrorCode.PROCESS_EXECUTION_ERROR, argument);
    }

    /**
     * A failure with its cause and a detail.
     *
     * @param cause what led to it; may be null
     * @param argument the detail that the message shows
     */
    public KuraProcessExecutionErrorException(Throwable cause, Object argument) {
        super(KuraErrorCode.PROCESS_EXECUTION_ERROR, cause, argument);
    }
}

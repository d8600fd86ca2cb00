package io.wattwire.cli.commission;

/** A device refused or did not answer; the message names cause and remedy. */
public final class TrialException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * New failure.
     *
     * @param message cause and remedy
     * @param cause what happened underneath; may be null
     */
    public TrialException(String message, Throwable cause) {
        super(message, cause);
    }
}

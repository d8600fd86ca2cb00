package io.wattwire.standalone;

/** Something that the gateway cannot do. The message names where, cause and remedy in one line. */
public class GatewayException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * A refusal.
     *
     * @param message where, cause and remedy in one line
     */
    public GatewayException(String message) {
        super(message);
    }

    /**
     * A refusal with what led to it.
     *
     * @param message where, cause and remedy in one line
     * @param cause what led to it
     */
    public GatewayException(String message, Throwable cause) {
        super(message, cause);
    }
}

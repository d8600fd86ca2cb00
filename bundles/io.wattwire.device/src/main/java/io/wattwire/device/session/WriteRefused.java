package io.wattwire.device.session;

/**
 * A write that did not reach the device because a rule forbids it. The message is one sentence that
 * names the cause and what to do.
 */
public final class WriteRefused extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * Refuses a write.
     *
     * @param message cause and remedy in one sentence
     */
    public WriteRefused(String message) {
        super(message);
    }
}

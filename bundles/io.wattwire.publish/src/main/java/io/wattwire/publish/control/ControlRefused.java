package io.wattwire.publish.control;

/** A command that is not carried out. The message tells cause and remedy in one sentence. */
public final class ControlRefused extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * Refuses.
     *
     * @param reason cause and remedy; no secrets in it
     */
    public ControlRefused(String reason) {
        super(reason);
    }
}

package io.wattwire.device.wire;

import java.util.List;

/** A configuration that was not taken; the message names every reason. */
public final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * Refuses.
     *
     * @param problems every reason, a sentence each
     */
    public RefusedException(List<String> problems) {
        super(String.join("; ", problems));
    }
}

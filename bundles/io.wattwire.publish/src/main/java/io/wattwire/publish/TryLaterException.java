package io.wattwire.publish;

import java.io.IOException;
import java.time.Duration;

/**
 * The target answered, and wants the batch again later: it is busy, or its rate limit is used up.
 */
public final class TryLaterException extends IOException {

    private static final long serialVersionUID = 1L;

    /** How long to wait at least. */
    private final Duration wait;

    /**
     * Asks for patience.
     *
     * @param reason for logs and status; no secrets in it
     * @param wait how long to wait at least; at most a day of it is kept
     */
    public TryLaterException(String reason, Duration wait) {
        super(reason);
        this.wait = wait;
    }

    /**
     * Tells how long to wait at least.
     *
     * @return as the target wished
     */
    public Duration patience() {
        return wait;
    }
}

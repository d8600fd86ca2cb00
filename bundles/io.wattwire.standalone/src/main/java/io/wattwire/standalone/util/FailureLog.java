package io.wattwire.standalone.util;

import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.kura.KuraException;
import org.slf4j.Logger;

/** Says when something begins to fail and when it works again, not each time. Thread-safe. */
public final class FailureLog {
    private final Logger log;
    private final String what;
    private final AtomicLong failures = new AtomicLong();

    /**
     * Nothing has failed yet.
     *
     * @param log where to say it
     * @param what works or fails, as the beginning of a sentence
     */
    public FailureLog(Logger log, String what) {
        this.log = log;
        this.what = what;
    }

    /**
     * It failed; the first time in a row is logged. A failure that somebody foresaw is one line.
     *
     * @param cause why
     */
    public void failed(Throwable cause) {
        boolean first = failures.getAndIncrement() == 0;
        if (first && cause instanceof KuraException) {
            log.error("{} fails: {}", what, cause.getMessage());
        } else if (first) {
            log.error("{} fails", what, cause);
        } else {
            log.debug("{} fails again: {}", what, cause.toString());
        }
    }

    /** It worked; said if it had failed before. */
    public void worked() {
        if (failures.get() != 0) {
            log.info("{} works again after {} failures", what, failures.getAndSet(0));
        }
    }
}

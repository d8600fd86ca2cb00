package io.wattwire.driver.solaredge.meter;

import io.wattwire.device.session.StateStore;
import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one text where it outlives a restart, away from the thread that answers: a card may take
 * seconds to write, and an inverter gives up after 200 ms. Thread-safe.
 */
final class Storing {

    private static final Logger LOG = LoggerFactory.getLogger(Storing.class);

    private final StateStore store;
    private final String name;
    private final Executor executor;
    private final AtomicBoolean pending = new AtomicBoolean();
    private boolean failing;

    /**
     * @param store where it goes
     * @param name of the text
     * @param executor writes one after the other
     */
    Storing(StateStore store, String name, Executor executor) {
        this.store = store;
        this.name = name;
        this.executor = executor;
    }

    /** What was saved before; empty where nothing was, or it cannot be read, which is told. */
    String load() {
        try {
            return store.load(name).orElse("");
        } catch (IOException problem) {
            LOG.error("the meter's {} of before cannot be read, they begin anew", name, problem);
            return "";
        }
    }

    /**
     * Saves on the executor's thread, unless the last save still goes on.
     *
     * @param text what to save
     * @param saved called when it is safe
     */
    void later(String text, Runnable saved) {
        if (!pending.compareAndSet(false, true)) {
            return;
        }
        try {
            executor.execute(
                    () -> {
                        try {
                            now(text, saved);
                        } finally {
                            pending.set(false);
                        }
                    });
        } catch (RejectedExecutionException closing) {
            pending.set(false); // the meter saves once more when it closes
        }
    }

    /** Saves before it returns. */
    synchronized void now(String text, Runnable saved) {
        try {
            store.save(name, text);
            saved.run();
            failing = false;
        } catch (IOException problem) {
            if (!failing) {
                LOG.error(
                        "the meter's {} cannot be saved; what they count by themselves stands"
                                + " still until they can",
                        name,
                        problem);
            }
            failing = true;
        }
    }
}

package io.wattwire.standalone.monitor;

import io.wattwire.standalone.Fault;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs each fault once, in one line, and remembers the latest. Thread-safe. */
@Component(service = Faults.class)
public final class Faults {
    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);
    private static final int KEPT = 200;

    private final Deque<Fault> history = new ArrayDeque<>();
    private final Set<List<String>> standing = new HashSet<>();

    /** Without faults. */
    public Faults() {
        // nothing is wrong yet
    }

    /**
     * Something is wrong. While it stays so, further reports of it are not heard.
     *
     * @param source what it happens to
     * @param cause what is wrong, without values that change from time to time
     * @param remedy what to do about it
     */
    public synchronized void report(String source, String cause, String remedy) {
        if (!standing.add(List.of(source, cause))) {
            return;
        }
        Fault fault = new Fault(Instant.now(), source, cause, remedy);
        history.addLast(fault);
        if (history.size() > KEPT) {
            history.removeFirst();
        }
        LOG.warn("{}", fault);
    }

    /**
     * Everything that was wrong with something is fine again; says so if anything was.
     *
     * @param source what it happened to
     */
    public synchronized void clear(String source) {
        if (standing.removeIf(key -> key.get(0).equals(source))) {
            LOG.info("{}: fine again", source);
        }
    }

    /**
     * One thing that was wrong is fine again; says so if it was.
     *
     * @param source what it happened to
     * @param cause what was wrong
     */
    public synchronized void clear(String source, String cause) {
        if (standing.remove(List.of(source, cause))) {
            LOG.info("{}: fine again, was: {}", source, cause);
        }
    }

    /** {@return the latest faults, oldest first, those that are over among them} */
    public synchronized List<Fault> list() {
        return List.copyOf(history);
    }

    /** Forgets everything: a new run begins. */
    public synchronized void reset() {
        history.clear();
        standing.clear();
    }
}

package io.wattwire.publish.control;

import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a gate says, and how often. Text from outside never breaks a line. Thread-safe. */
final class ControlLog {

    private static final Logger LOG = LoggerFactory.getLogger(ControlGate.class);
    private static final Logger AUDIT = LoggerFactory.getLogger("io.wattwire.audit");
    private static final int SHOWN = 80;

    private final String owner;
    private final Set<String> said = new HashSet<>();

    ControlLog(String owner) {
        this.owner = owner;
    }

    /** The first of its kind; kinds are as many as there are listed points. */
    synchronized void refusedOnce(String kind, String reason) {
        if (said.add(kind)) {
            LOG.warn("{}: command refused, the next of this kind are not told: {}", owner, reason);
        }
    }

    void audit(ControlPoint point, ControlRequest request, ControlResult result) {
        AUDIT.info(
                "{} command by {}: {} = {}: {}",
                owner,
                shown(request.by()),
                point,
                shown(request.value()),
                result.done() ? "done" : "refused: " + result.reason());
        String kind = "refused " + point;
        if (result.done()) {
            forget(point);
        } else {
            refusedOnce(kind, result.reason());
        }
    }

    /** After a command that was carried out the next refusal is news again. */
    private synchronized void forget(ControlPoint point) {
        said.remove("refused " + point);
        said.remove("rate " + point);
    }

    void defect(ControlPoint point, RuntimeException defect) {
        LOG.error("{}: a defect while commanding {}, please report it", owner, point, defect);
    }

    static String shown(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]", "?");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }
}

package io.wattwire.device.session;

import io.wattwire.device.link.LinkException;
import io.wattwire.device.link.LinkException.Reason;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges the parts of a device that have unit ids of their own. A part that is silent while the
 * device answers is its own problem: it is tried less often, and costs the others nothing.
 * Thread-safe.
 */
final class PartWatch {

    /** After so many failures in a row a part is tried less often. */
    private static final int PATIENCE = 3;

    private static final Duration READ_ONLY_PACE = Duration.ofSeconds(10);

    /** When nothing at all was heard for so long, a part's silence is that of the whole device. */
    private static final Duration HEARD = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(PartWatch.class);

    private record Silence(int failures, long lastNanos) {}

    private final String owner;
    private final LinkWatch watch;
    private final Duration pace;
    private final LongSupplier clock;
    private final Map<Integer, Silence> silent = new HashMap<>();

    PartWatch(String owner, boolean underControl, LinkWatch watch, LongSupplier clock) {
        this.owner = owner;
        this.watch = watch;
        this.pace = underControl ? LinkWatch.CONTROL_PACE : READ_ONLY_PACE;
        this.clock = clock;
    }

    /**
     * @throws LinkException while the next try of a silent part is not due
     */
    synchronized void refuseWhileWaiting(int unit) throws LinkException {
        Silence silence = silent.get(unit);
        if (silence != null
                && silence.failures() >= PATIENCE
                && clock.getAsLong() - silence.lastNanos() < pace.toNanos()) {
            throw new LinkException(
                    Reason.PART_SILENT,
                    "unit " + unit + " did not answer; it is tried every " + seconds() + " s");
        }
    }

    private long seconds() {
        return Math.max(2, pace.toSeconds());
    }

    /** How often in a row a part was not heard. */
    synchronized int failures(int unit) {
        return silent.containsKey(unit) ? silent.get(unit).failures() : 0;
    }

    synchronized void answered(int unit) {
        Silence before = silent.remove(unit);
        if (before != null && before.failures() >= PATIENCE) {
            LOG.info("{}: unit {} answers again", owner, unit);
        }
    }

    /**
     * A part was not heard.
     *
     * @param gatewayAnswered whether the device itself said that the part is not to be had
     * @return the failure to tell
     */
    synchronized LinkException failed(int unit, boolean gatewayAnswered, LinkException problem) {
        if (gatewayAnswered || watch.ageMillis() < HEARD.toMillis()) {
            watch.hindered(problem.getMessage());
        } else {
            watch.failed(problem.getMessage());
        }
        int failures = failures(unit) + 1;
        silent.put(unit, new Silence(failures, clock.getAsLong()));
        if (failures == PATIENCE) {
            LOG.warn(
                    "{}: unit {} does not answer, next tries every {} s: {}",
                    owner,
                    unit,
                    seconds(),
                    problem.getMessage());
        }
        return new LinkException(Reason.PART_SILENT, problem.getMessage(), problem);
    }
}

package io.wattwire.device.session;

import io.wattwire.device.model.DeviceFamily;
import java.time.Duration;

/** How long an answer of one device is waited for. Thread-safe. */
final class Patience {

    /** A device that usually answers faster has at least this long before it is asked again. */
    private static final Duration LEAST = Duration.ofMillis(300);

    /** So much longer than usual an answer may take. */
    private static final int USUAL_FACTOR = 4;

    /** So much longer than the last late answer the next one may take. */
    private static final int LATE_FACTOR = 2;

    /**
     * A silent device holds up the others on its wire, so it gets the whole deadline only each so
     * many tries, for the case that it has become slow.
     */
    private static final int PATIENT_TRY = 10;

    private final DeviceLink link;
    private final Duration most;
    private final DeviceFamily family;
    private final LinkWatch watch;
    private final PartWatch parts;

    /**
     * @param most the deadline of a read
     */
    Patience(
            DeviceLink link, Duration most, DeviceFamily family, LinkWatch watch, PartWatch parts) {
        this.link = link;
        this.most = most;
        this.family = family;
        this.watch = watch;
        this.parts = parts;
    }

    boolean isHeard(int unit) {
        return watch.isConnected() && parts.failures(unit) == 0;
    }

    /** For a read that is not repeated when it fails. */
    Duration forOneTry(int unit) {
        return isHeard(unit) ? usual(unit) : of(unit);
    }

    /** For a write, which is never repeated. */
    Duration forWrite(int unit) {
        Duration answer = longer(link.turnaround(), link.lateness(unit));
        return longer(of(unit), answer.multipliedBy(LATE_FACTOR));
    }

    /**
     * Where an answer came too late the next one is waited for, and not asked for twice; also that
     * of another device on the same wire, as long as it is there.
     */
    Duration usual(int unit) {
        Duration often = longer(link.turnaround(), family.link().turnaround());
        Duration own = link.lateness(unit);
        Duration late = isHeard(unit) ? longer(own, link.lateness()) : own;
        Duration answers = longer(often.multipliedBy(USUAL_FACTOR), late.multipliedBy(LATE_FACTOR));
        return longer(answers, LEAST);
    }

    /** How long the device may hold the wire now; a sequence's deadline is longer than that. */
    Duration of(int unit) {
        Duration usual = usual(unit);
        int failures = watch.failures() + parts.failures(unit);
        boolean first = failures == 1; // it may just have become slow
        boolean brief = !first && failures % PATIENT_TRY != 0 && usual.compareTo(most) < 0;
        return brief ? usual : most;
    }

    static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }
}

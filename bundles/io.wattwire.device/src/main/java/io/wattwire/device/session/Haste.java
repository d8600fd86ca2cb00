package io.wattwire.device.session;

import io.wattwire.device.link.Deadline;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How long one answer of the device takes, and what that means for writing: how long a sequence may
 * last, what it must not wait for. Thread-safe.
 */
final class Haste {

    /** Answers in a sequence: one in flight, two reads before, three writes, two reads after. */
    private static final int ANSWERS = 8;

    /** However slow a device is, a newer command may wait for this long at most. */
    private static final Duration MOST = Duration.ofSeconds(20);

    /** Between two comparisons so many answers, so that others get theirs. */
    private static final int SETTLING_ANSWERS = 10;

    private final DeviceLink link;
    private final LinkWatch watch;
    private final Duration usual;
    private final ReentrantLock writing;

    /**
     * @param usual time for a sequence whose device is quick
     * @param writing held by who writes
     */
    Haste(DeviceLink link, LinkWatch watch, Duration usual, ReentrantLock writing) {
        this.link = link;
        this.watch = watch;
        this.usual = usual;
        this.writing = writing;
    }

    /** When a sequence has to end that begins now. */
    Deadline deadline() {
        Duration needed = shorter(link.answerTime().multipliedBy(ANSWERS), MOST);
        return Deadline.in(longer(needed, usual));
    }

    /** Whether a fall must not wait for answers: they take long, or the last one did not come. */
    boolean leavesNoTimeToRead() {
        return isSlow() || watch.failures() > 0;
    }

    boolean isSlow() {
        return link.isSlow();
    }

    /** Whether another command waits for the present one to end. */
    boolean isAwaited() {
        return writing.hasQueuedThreads();
    }

    /** The time between two comparisons of a device that needs the given one when it is quick. */
    Duration settling(Duration quick) {
        return longer(quick, link.answerTime().multipliedBy(SETTLING_ANSWERS));
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}

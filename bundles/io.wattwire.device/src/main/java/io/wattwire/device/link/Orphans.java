package io.wattwire.device.link;

import io.wattwire.device.frame.Adu;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Requests whose answers are still owed, on a wire whose frames bear no transaction number. A late
 * answer to one of them looks like the answer to the next request of the same function, so that one
 * is asked once more for each orphan and only the last answer counts: devices answer in order.
 * Orphans are forgotten after a time that no late answer takes; when too many have gathered,
 * nothing is asked until all are forgotten.
 */
final class Orphans {

    /**
     * Ten times the slowest turnaround measured (Huawei SUN2000, about 305 ms), and a usual
     * deadline on top.
     */
    static final Duration LATEST_ANSWER = Duration.ofSeconds(4);

    private static final int MOST = 4;

    private record Orphan(Request request, long sinceNanos) {
        boolean like(Request other) {
            return request.unit() == other.unit() && request.function() == other.function();
        }
    }

    private final List<Orphan> orphans = new ArrayList<>();
    private final long latestNanos;

    Orphans(Duration latestAnswer) {
        this.latestNanos = latestAnswer.toNanos();
    }

    /** Notes that a request was sent. */
    void sent(Request request, long nowNanos) {
        orphans.add(new Orphan(request, nowNanos));
    }

    /** Notes a frame; it is taken for the answer to the oldest request that it may belong to. */
    void arrived(Adu frame) {
        for (Orphan orphan : orphans) {
            if (orphan.request.concerns(frame)) {
                orphans.remove(orphan);
                return;
            }
        }
    }

    /** Counts the late answers that may be taken for the answer to this request. */
    int before(Request request, long nowNanos) {
        orphans.removeIf(orphan -> nowNanos - orphan.sinceNanos > latestNanos);
        return (int) orphans.stream().filter(orphan -> orphan.like(request)).count();
    }

    /**
     * Notes that a request was given up. If that makes too many, they are all forgotten together,
     * to end the matter.
     */
    void givenUp(Request request, long nowNanos) {
        if (tooMany(before(request, nowNanos))) {
            orphans.replaceAll(
                    orphan -> orphan.like(request) ? new Orphan(request, nowNanos) : orphan);
        }
    }

    /** Tells whether so many answers are owed that asking again would only add to them. */
    static boolean tooMany(int owed) {
        return owed >= MOST;
    }
}

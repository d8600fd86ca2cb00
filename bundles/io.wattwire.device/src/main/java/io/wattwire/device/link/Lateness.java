package io.wattwire.device.link;

import io.wattwire.device.frame.Adu;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;

/**
 * Learns from answers that take long, above all from those that come after they were given up.
 * Without it a device that has become slow would stay lost: each request is given up before its
 * answer, and the next one waits behind it at the device or the gateway, so that its answer is late
 * too. Noted by the thread that has the turn; {@link #of} may be called by any.
 */
final class Lateness {

    /** A device that answered in time for so long is no longer slow. */
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    /** A later answer is not learnt from: nobody waits so long. */
    static final Duration MOST = Duration.ofSeconds(5);

    /** An answer that comes sooner is what everybody expects. */
    private static final Duration QUICK = Duration.ofMillis(250);

    /** After so many quick answers in a row the slow one was a hiccup, not the line. */
    private static final int HICCUP_OVER = 10;

    private static final int MOST_OWED = 16;

    private record Owed(Request request, int number, long sentNanos) {}

    private record Measured(long nanos, long atNanos, int quickSince) {
        Measured quick() {
            return new Measured(nanos, atNanos, quickSince + 1);
        }
    }

    private final List<Owed> owed = new ArrayList<>();
    private final Map<Integer, Measured> byUnit = new ConcurrentHashMap<>();
    private final BiPredicate<Adu, Integer> numbered;

    /**
     * @param numbered whether a frame may be the answer to the request of that number; always true
     *     where frames bear none
     */
    Lateness(BiPredicate<Adu, Integer> numbered) {
        this.numbered = numbered;
    }

    /** Notes that an answer is no longer waited for. */
    void givenUp(Request request, int number, long sentNanos) {
        if (owed.size() == MOST_OWED) {
            owed.remove(0);
        }
        owed.add(new Owed(request, number, sentNanos));
    }

    /** Notes an answer that came in time: when it took long, the next one will. */
    void answered(int unit, long tookNanos, long nowNanos) {
        if (tookNanos >= QUICK.toNanos()) {
            note(unit, tookNanos, nowNanos);
        } else {
            byUnit.computeIfPresent(unit, (same, slow) -> slow.quick());
        }
    }

    private void note(int unit, long tookNanos, long nowNanos) {
        if (tookNanos <= MOST.toNanos()) {
            byUnit.put(unit, new Measured(tookNanos, nowNanos, 0));
        }
    }

    /** Notes a frame; devices answer in order, so it is taken for the oldest answer owed. */
    void arrived(Adu frame, long nowNanos) {
        for (Owed late : owed) {
            if (late.request.concerns(frame) && numbered.test(frame, late.number)) {
                owed.remove(late);
                note(late.request.unit(), nowNanos - late.sentNanos, nowNanos);
                return;
            }
        }
    }

    /** The connection is gone, and with it what was on its way. */
    void forgetOwed() {
        owed.clear();
    }

    /** How long a unit took when its answer took long last; zero when none did of late. */
    Duration of(int unit, long nowNanos) {
        Measured measured = byUnit.get(unit);
        return measured == null || nowNanos - measured.atNanos > REMEMBERED.toNanos()
                ? Duration.ZERO
                : Duration.ofNanos(measured.nanos);
    }

    /** The same of the slowest unit; one that has been quick ever since does not count. */
    Duration ofAny(long nowNanos) {
        return byUnit.entrySet().stream()
                .filter(unit -> unit.getValue().quickSince < HICCUP_OVER)
                .map(unit -> of(unit.getKey(), nowNanos))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /**
     * How long a request that is sent now would wait behind one whose answer is owed. A unit that
     * never answered late is not waited for: it may be gone.
     *
     * @return nanoseconds from now on; 0 when nothing can be on its way
     */
    long pendingNanos(long nowNanos) {
        long longest = 0;
        for (Owed late : owed) {
            long left = late.sentNanos + 2 * of(late.request.unit(), nowNanos).toNanos() - nowNanos;
            longest = Math.max(longest, left);
        }
        return longest;
    }
}

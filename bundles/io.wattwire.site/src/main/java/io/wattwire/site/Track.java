package io.wattwire.site;

import io.wattwire.device.wire.Measurement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Follows one source. Not thread-safe. */
final class Track {

    private static final int INTERVALS = 5;

    private final Deque<Long> intervals = new ArrayDeque<>();
    private Measurement newest;
    private Reading reading = Reading.NONE;

    Reading reading() {
        return reading;
    }

    /**
     * Takes what came.
     *
     * @param wallMillis when it came, on the wall clock
     * @return whether anything changed
     */
    boolean take(Measurement measured, long wallMillis) {
        if (newest != null && measured.repeats(newest)) {
            return !reading.error().isEmpty() && fail("");
        }
        if (newest != null && measured.isOlderThan(newest)) {
            return false;
        }
        if (!Double.isFinite(measured.value())) {
            return fail(measured.fromTheFuture() ? "time stamp from the future" : "not a number");
        }
        if (newest != null) {
            intervals.add(measured.takenNanos() - newest.takenNanos());
            if (intervals.size() > INTERVALS) {
                intervals.remove();
            }
        }
        newest = measured;
        reading =
                new Reading(
                        measured.value(),
                        measured.takenNanos(),
                        takenMillis(measured, wallMillis),
                        period(),
                        reading.count() + 1,
                        "");
        return true;
    }

    /** A clock that is a little ahead does not make a value of the future. */
    private static long takenMillis(Measurement measured, long wallMillis) {
        return measured.stampMillis() == Measurement.NO_STAMP
                ? wallMillis
                : Math.min(measured.stampMillis(), wallMillis);
    }

    /** {@return whether that is new} */
    boolean fail(String error) {
        boolean changed = !error.equals(reading.error());
        reading =
                new Reading(
                        reading.value(),
                        reading.takenNanos(),
                        reading.takenMillis(),
                        reading.periodNanos(),
                        reading.count(),
                        error);
        return changed;
    }

    /** The median: one outage does not stretch it, another timer does after a few values. */
    private long period() {
        List<Long> sorted = intervals.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
    }
}

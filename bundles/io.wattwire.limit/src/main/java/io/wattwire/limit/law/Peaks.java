package io.wattwire.limit.law;

import java.util.ArrayList;
import java.util.List;

/**
 * What the meter showed lately. An inverter's sample is often older than the newest reading of the
 * grid. The highest reading from just before that sample until now, added to it, is what the house
 * takes at least as far as anybody can know: power that the inverter has gained meanwhile is
 * missing in the later readings only.
 *
 * @param readings oldest first
 */
public record Peaks(List<Reading> readings) {

    /** Nothing seen yet. */
    public static final Peaks NONE = new Peaks(List.of());

    /** An inverter's sample that is older than this is of no use. */
    private static final long LONGEST_NANOS = 12_000_000_000L;

    /** Readings closer together are kept as one, the higher. */
    private static final long APART_NANOS = 400_000_000;

    /**
     * One reading of the grid.
     *
     * @param fromNanos when it was taken, or the first of those that it stands for
     * @param watts of all phases together, or of each
     */
    public record Reading(long fromNanos, List<Double> watts) {}

    Peaks see(GridView grid) {
        if (!grid.total().fresh()) {
            return this;
        }
        long taken = grid.total().last().takenNanos();
        List<Reading> next = new ArrayList<>();
        for (Reading reading : readings) {
            long age = taken - reading.fromNanos();
            if (age >= 0 && age < LONGEST_NANOS) {
                next.add(reading);
            }
        }
        Reading now = new Reading(taken, grid.watts());
        int last = next.size() - 1;
        if (last >= 0 && taken - next.get(last).fromNanos() < APART_NANOS) {
            next.set(last, higher(next.get(last), now));
        } else {
            next.add(now);
        }
        return new Peaks(List.copyOf(next));
    }

    /**
     * {@return the highest since a moment, of each phase that is bounded} Empty when nobody looked
     * before that moment.
     */
    List<Double> since(long nanos) {
        List<Double> highest = List.of();
        for (Reading reading : readings) {
            boolean before = reading.fromNanos() - nanos <= 0;
            boolean goesOn = !before && !highest.isEmpty();
            highest =
                    before ? reading.watts() : goesOn ? higher(highest, reading.watts()) : highest;
        }
        return highest;
    }

    private static Reading higher(Reading earlier, Reading later) {
        return new Reading(earlier.fromNanos(), higher(earlier.watts(), later.watts()));
    }

    private static List<Double> higher(List<Double> one, List<Double> other) {
        if (one.size() != other.size()) {
            return other;
        }
        List<Double> highest = new ArrayList<>();
        for (int i = 0; i < one.size(); i++) {
            highest.add(Math.max(one.get(i), other.get(i)));
        }
        return List.copyOf(highest);
    }
}

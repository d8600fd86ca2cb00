package io.wattwire.publish.pvoutput;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The intervals that PVOutput has to know of, the day, and days that are over. To put the same
 * values in again changes nothing, so that a batch may come twice. For one thread.
 */
final class Book {

    /**
     * A value that comes late is told together with those of its interval that were told before.
     */
    private static final int MOST_DONE = 400;

    private final TreeMap<Long, Slot> slots = new TreeMap<>();
    private final List<Map<String, String>> outputs = new ArrayList<>();
    private Day day = Day.NONE;

    /** Puts a value where it belongs. */
    void put(long start, String series, double value) {
        Slot slot = slots.get(start);
        Double known = slot == null ? null : slot.values().get(series);
        if (known != null && known == value) {
            return;
        }
        Map<String, Double> values = new HashMap<>(slot == null ? Map.of() : slot.values());
        values.put(series, value);
        slots.put(start, new Slot(start, values, false));
    }

    /** What a clock that was wrong has left behind; gives the number of values. */
    int forgetAfter(long millis) {
        Map<Long, Slot> ahead = slots.tailMap(millis, false);
        int values =
                ahead.values().stream()
                        .filter(it -> !it.done())
                        .mapToInt(it -> it.values().size())
                        .sum();
        ahead.clear();
        if (day.lastStart() > millis) {
            day = Day.NONE;
        }
        return values;
    }

    /**
     * Oldest first, what can be told: intervals before the newest one, those that are over since a
     * while, and those that are over and have all their values.
     */
    List<Slot> ripe(Plan plan, long settledMillis, long nowMillis) {
        List<Slot> ripe = new ArrayList<>();
        for (Slot slot : slots.values()) {
            long end = slot.start() + plan.lengthMs();
            boolean whole = slot.values().size() >= plan.values() && end <= nowMillis;
            boolean ready = whole || end <= settledMillis || slot.start() < slots.lastKey();
            if (ready && !slot.done()) {
                ripe.add(slot);
            }
        }
        return ripe;
    }

    /** PVOutput has it, or will never take it. */
    void done(Status status, Plan plan) {
        slots.put(status.slot().start(), status.slot().asDone());
        LocalDate date = status.time().toLocalDate();
        Day now = day.of(date);
        if (now != day && plan.output() && !day.output(plan).isEmpty()) {
            outputs.add(day.output(plan));
        }
        day = date.equals(now.date()) ? now.with(status) : now;
    }

    Day day() {
        return day;
    }

    /** Days that are over, as fields of addoutput. */
    List<Map<String, String>> outputs() {
        return outputs;
    }

    /** Leaves out what is done and old. */
    void trim() {
        long done = slots.values().stream().filter(Slot::done).count();
        Iterator<Slot> each = slots.values().iterator();
        while (done > MOST_DONE) {
            if (each.next().done()) {
                each.remove();
                done--;
            }
        }
    }

    Map<Long, Slot> slots() {
        return slots;
    }

    void restore(Map<Long, Slot> some, Day begun, List<Map<String, String>> days) {
        slots.putAll(some);
        day = begun;
        days.forEach(it -> outputs.add(new LinkedHashMap<>(it)));
    }
}

package io.wattwire.publish.pvoutput;

import io.wattwire.device.session.StateStore;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Keeps a {@link Book} over a restart, as lines of text with tabs between. Of intervals that
 * PVOutput has, only the newest are written. A line that cannot be read is left out.
 */
final class BookFile {

    private static final String FILE = "statuses";
    private static final int DONE_KEPT = 12;
    private static final int DAY_PARTS = 7;

    private final StateStore files;

    BookFile(StateStore files) {
        this.files = files;
    }

    void save(Book book) throws IOException {
        List<String> lines = new ArrayList<>();
        Day day = book.day();
        if (day != Day.NONE) {
            lines.add(
                    String.join(
                            "\t",
                            "day",
                            day.date().toString(),
                            Long.toString(day.lastStart()),
                            Double.toString(day.peakW()),
                            day.peakTime(),
                            Double.toString(day.coldest()),
                            Double.toString(day.warmest())));
            lines.add("before" + pairs(day.before()));
            lines.add("first" + pairs(day.first()));
            lines.add("last" + pairs(day.last()));
        }
        book.outputs().forEach(it -> lines.add("output" + pairs(it)));
        long done = book.slots().values().stream().filter(Slot::done).count();
        for (Slot slot : book.slots().values()) {
            if (!slot.done() || done-- <= DONE_KEPT) {
                String state = slot.done() ? "done" : "open";
                lines.add(state + "\t" + slot.start() + pairs(slot.values()));
            }
        }
        files.save(FILE, String.join("\n", lines) + "\n");
    }

    private static String pairs(Map<?, ?> map) {
        StringBuilder text = new StringBuilder();
        map.forEach((key, value) -> text.append('\t').append(key).append('=').append(value));
        return text.toString();
    }

    Book load() throws IOException {
        Map<Long, Slot> slots = new TreeMap<>();
        List<Map<String, String>> outputs = new ArrayList<>();
        Map<String, String[]> day = new LinkedHashMap<>();
        for (String line : files.load(FILE).orElse("").split("\n")) {
            String[] parts = line.split("\t", -1);
            if (parts[0].equals("output")) {
                outputs.add(map(parts, 1, it -> it, it -> it));
            } else if ((parts[0].equals("open") || parts[0].equals("done")) && parts.length > 2) {
                Slot slot = slot(parts);
                if (slot != null) {
                    slots.put(slot.start(), slot);
                }
            } else {
                day.put(parts[0], parts);
            }
        }
        Book book = new Book();
        book.restore(slots, day(day), outputs);
        return book;
    }

    private static Slot slot(String[] parts) {
        try {
            Map<String, Double> values = map(parts, 2, it -> it, Double::valueOf);
            return new Slot(Long.parseLong(parts[1]), values, parts[0].equals("done"));
        } catch (IllegalArgumentException damaged) {
            return null;
        }
    }

    private static Day day(Map<String, String[]> lines) {
        String[] head = lines.getOrDefault("day", new String[0]);
        if (head.length != DAY_PARTS) {
            return Day.NONE;
        }
        try {
            return new Day(
                    LocalDate.parse(head[1]),
                    Long.parseLong(head[2]),
                    energies(lines.get("before")),
                    energies(lines.get("first")),
                    energies(lines.get("last")),
                    Double.parseDouble(head[3]),
                    head[4],
                    Double.parseDouble(head[5]),
                    Double.parseDouble(head[6]));
        } catch (DateTimeException | IllegalArgumentException damaged) {
            return Day.NONE;
        }
    }

    private static Map<Column, Double> energies(String[] parts) {
        Map<Column, Double> energies = new EnumMap<>(Column.class);
        if (parts != null) {
            energies.putAll(map(parts, 1, Column::valueOf, Double::valueOf));
        }
        return energies;
    }

    private static <K, V> Map<K, V> map(
            String[] parts, int from, Function<String, K> key, Function<String, V> value) {
        Map<K, V> map = new LinkedHashMap<>();
        for (int i = from; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            if (equals > 0) {
                map.put(
                        key.apply(parts[i].substring(0, equals)),
                        value.apply(parts[i].substring(equals + 1)));
            }
        }
        return map;
    }
}

package io.wattwire.source.venus;

import io.wattwire.source.venus.Row.How;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What is read from a GX: the file {@code values.csv}. */
final class Table {

    private static final int COLUMNS = 7;
    private static final List<Row> ROWS = load();
    private static final Map<String, Set<String>> PATHS = new HashMap<>();

    static {
        ROWS.forEach(row -> PATHS.computeIfAbsent(row.kind(), Table::collect));
    }

    private Table() {}

    static List<Row> rows() {
        return ROWS;
    }

    /** {@return the rows of a part of the house, told by services of a class} */
    static List<Row> rows(String part, String kind) {
        return ROWS.stream()
                .filter(it -> it.part().equals(part) && it.kind().equals(kind))
                .toList();
    }

    /** {@return classes of services that can tell a part of the house} */
    static Set<String> kinds(String part) {
        Set<String> kinds = new TreeSet<>();
        ROWS.stream().filter(it -> it.part().equals(part)).forEach(it -> kinds.add(it.kind()));
        return kinds;
    }

    /** {@return every path that is read of services of a class} */
    static Set<String> paths(String kind) {
        return PATHS.getOrDefault(kind, Set.of());
    }

    private static Set<String> collect(String kind) {
        Set<String> paths = new TreeSet<>();
        for (Row row : ROWS) {
            if (row.kind().equals(kind)) {
                paths.addAll(row.measured());
                if (!row.second().isEmpty()) {
                    paths.add(row.second());
                }
            }
        }
        return paths;
    }

    private static List<Row> load() {
        List<Row> rows = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                Table.class.getResourceAsStream("values.csv"),
                                StandardCharsets.UTF_8))) {
            boolean header = true;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                if (!header) {
                    rows.add(row(line.split(",", COLUMNS)));
                }
                header = false;
            }
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
        return List.copyOf(rows);
    }

    private static Row row(String[] cells) {
        How how = How.valueOf(cells[4].toUpperCase(Locale.ROOT));
        return new Row(cells[0], cells[1], cells[2], cells[3], how, cells[5], cells[6]);
    }
}

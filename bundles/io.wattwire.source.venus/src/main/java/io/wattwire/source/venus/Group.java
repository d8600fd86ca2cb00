package io.wattwire.source.venus;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * Values that one service measures together. A change of one of them proves that all of them were
 * measured at that moment. Not thread-safe.
 */
final class Group {

    private final List<Row> rows;
    private final Set<String> measured = new HashSet<>();
    private boolean proven;
    private long provenMillis;

    Group(List<Row> rows) {
        this.rows = rows;
        rows.forEach(row -> measured.addAll(row.measured()));
    }

    /** {@return whether a change of a path proves that this group was measured} */
    boolean measures(String path) {
        return measured.contains(path);
    }

    void prove(long nowMillis) {
        proven = true;
        provenMillis = nowMillis;
    }

    /** {@return whether it was measured again since it was read last} */
    boolean proven() {
        return proven;
    }

    /** {@return when it was measured last} */
    long provenMillis() {
        return provenMillis;
    }

    /** Reads what is there, by name. It is not proven any more until it is measured again. */
    Map<String, Double> read(ToDoubleFunction<String> known) {
        proven = false;
        Map<String, Double> values = new HashMap<>();
        for (Row row : rows) {
            double value = row.of(known);
            if (Double.isFinite(value)) {
                values.put(row.point(), value);
            }
        }
        return values;
    }
}

package io.wattwire.publish.pvoutput;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One of PVOutput's statuses.
 *
 * @param slot what it was made of
 * @param time local time of its interval's beginning
 * @param values in PVOutput's units
 */
record Status(Slot slot, LocalDateTime time, Map<Column, Double> values) {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    String date() {
        return DATE.format(time);
    }

    String clock() {
        return TIME.format(time);
    }

    /** Whether PVOutput takes it at all. */
    boolean isEssential() {
        return values.keySet().stream().anyMatch(it -> it.isEssential() || it == Column.NET);
    }

    /** As fields of addstatus. */
    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("d", date());
        fields.put("t", clock());
        told().forEach((column, value) -> fields.put(column.field(), text(column, value)));
        return fields;
    }

    /** As an entry of addbatchstatus. */
    String row() {
        StringBuilder row = new StringBuilder(date()).append(',').append(clock());
        Map<Column, Double> told = told();
        boolean net = values.containsKey(Column.NET);
        for (Column column : Column.values()) {
            if (column.isSent()) {
                boolean derived = net && (column == Column.V1 || column == Column.V3);
                row.append(',').append(derived ? "-1" : cell(column, told));
            }
        }
        return row.toString().replaceAll(",+$", "");
    }

    private static String cell(Column column, Map<Column, Double> told) {
        return told.containsKey(column) ? text(column, told.get(column)) : "";
    }

    private Map<Column, Double> told() {
        Map<Column, Double> told = new EnumMap<>(Column.class);
        values.forEach(
                (column, value) -> {
                    if (column == Column.NET) {
                        told.put(Column.V2, Math.max(0, -value));
                        told.put(Column.V4, Math.max(0, value));
                    } else if (column.isSent()) {
                        told.put(column, value);
                    }
                });
        return told;
    }

    static String text(Column column, double value) {
        BigDecimal rounded =
                BigDecimal.valueOf(value).setScale(column.kind().digits(), RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}

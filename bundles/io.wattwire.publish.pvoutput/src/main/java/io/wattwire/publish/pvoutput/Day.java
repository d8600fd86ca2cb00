package io.wattwire.publish.pvoutput;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one day has brought so far. Immutable.
 *
 * @param date local
 * @param lastStart beginning of its last interval, ms since 1970
 * @param before energies at the end of the day before, Wh; empty where that is not known
 * @param first energies at its beginning, Wh
 * @param last energies now, Wh
 * @param peakW highest power generated; NaN for none
 * @param peakTime when, hh:mm
 * @param coldest temperature, degC; NaN for none
 * @param warmest temperature, degC; NaN for none
 */
record Day(
        LocalDate date,
        long lastStart,
        Map<Column, Double> before,
        Map<Column, Double> first,
        Map<Column, Double> last,
        double peakW,
        String peakTime,
        double coldest,
        double warmest) {

    /** Until then an inverter's own clock may not have come to midnight. */
    private static final LocalTime LATEST_MIDNIGHT = LocalTime.of(2, 0);

    static final Day NONE = new Day(LocalDate.MIN, Long.MIN_VALUE, Map.of());

    private Day(LocalDate date, long lastStart, Map<Column, Double> before) {
        this(date, lastStart, before, Map.of(), Map.of(), Double.NaN, "", Double.NaN, Double.NaN);
    }

    /** The day of a status: this one, or the next, which is empty. */
    Day of(LocalDate other) {
        if (!other.isAfter(date)) {
            return this;
        }
        boolean next = other.minusDays(1).equals(date);
        return new Day(other, Long.MIN_VALUE, next ? last : Map.of());
    }

    /** Whether an energy of the day is still yesterday's, as the device's clock is slow. */
    boolean isYesterdays(Column column, double wh, LocalTime time) {
        double old = before.getOrDefault(column, 0.0);
        return old > 0
                && !last.containsKey(column)
                && (wh == old || wh > old && time.isBefore(LATEST_MIDNIGHT));
    }

    /** Whether an energy of the day falls, which PVOutput refuses. */
    boolean isFalling(Column column, double wh) {
        return wh < last.getOrDefault(column, 0.0);
    }

    Day with(Status status) {
        Map<Column, Double> begun = copy(first);
        Map<Column, Double> now = copy(last);
        status.values()
                .forEach(
                        (column, value) -> {
                            if (column.isEnergy()) {
                                begun.putIfAbsent(column, value);
                                now.merge(column, value, Math::max);
                            }
                        });
        double power = status.values().getOrDefault(Column.V2, Double.NaN);
        boolean higher = power > peakW || Double.isNaN(peakW) && !Double.isNaN(power);
        double warm = status.values().getOrDefault(Column.V5, Double.NaN);
        return new Day(
                date,
                Math.max(lastStart, status.slot().start()),
                before,
                begun,
                now,
                higher ? power : peakW,
                higher ? status.clock() : peakTime,
                warm < coldest || Double.isNaN(coldest) ? warm : coldest,
                warm > warmest || Double.isNaN(warmest) ? warm : warmest);
    }

    private static Map<Column, Double> copy(Map<Column, Double> map) {
        Map<Column, Double> copy = new EnumMap<>(Column.class);
        copy.putAll(map);
        return copy;
    }

    /** The day as fields of addoutput; empty where its energy is not known. */
    Map<String, String> output(Plan plan) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("d", date.toString().replace("-", ""));
        energy(fields, "g", Column.V1, plan);
        if (!fields.containsKey("g")) {
            return Map.of();
        }
        energy(fields, "e", Column.EXPORT, plan);
        if (!Double.isNaN(peakW)) {
            fields.put("pp", Status.text(Column.V2, peakW));
            fields.put("pt", peakTime);
        }
        if (!Double.isNaN(coldest)) {
            fields.put("tm", Status.text(Column.V5, coldest));
            fields.put("tx", Status.text(Column.V5, warmest));
        }
        energy(fields, "ip", Column.IMPORT, plan);
        energy(fields, "c", Column.V3, plan);
        return fields;
    }

    private void energy(Map<String, String> fields, String field, Column column, Plan plan) {
        double wh = last.getOrDefault(column, Double.NaN);
        if (plan.lifetime(column)) {
            wh -= before.getOrDefault(column, first.getOrDefault(column, Double.NaN));
        }
        if (wh >= 0) {
            fields.put(field, Status.text(column, wh));
        }
    }
}

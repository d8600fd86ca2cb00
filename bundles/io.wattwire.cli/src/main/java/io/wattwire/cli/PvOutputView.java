package io.wattwire.cli;

import io.wattwire.publish.pvoutput.api.DayStatistics;
import io.wattwire.publish.pvoutput.api.StatusRow;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Names and units of what PVOutput tells; null for what it does not know. */
final class PvOutputView {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT);
    private static final int FIRST_EXTENDED = 7;

    private PvOutputView() {}

    static Map<String, Object> values(StatusRow row) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("time", TIME.format(row.time()));
        values.put("generated_Wh", known(row.generatedWh()));
        values.put("generation_W", known(row.generationW()));
        values.put("average_W", known(row.averageW()));
        values.put("consumed_Wh", known(row.consumedWh()));
        values.put("consumption_W", known(row.consumptionW()));
        values.put("normalised_kW/kW", known(row.normalised()));
        values.put("temperature_degC", known(row.temperatureC()));
        values.put("voltage_V", known(row.voltageV()));
        for (int i = 0; i < row.extended().size(); i++) {
            values.put("v" + (FIRST_EXTENDED + i), known(row.extended().get(i)));
        }
        return values;
    }

    static Map<String, Object> values(DayStatistics day) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("generated_Wh", known(day.generatedWh()));
        values.put("generation_W", known(day.generationW()));
        values.put("peak_W", known(day.peakW()));
        values.put("peak_time", known(day.peakTime()));
        values.put("consumed_Wh", known(day.consumedWh()));
        values.put("consumption_W", known(day.consumptionW()));
        values.put("standby_W", known(day.standbyW()));
        values.put("standby_time", known(day.standbyTime()));
        values.put("lowest_degC", known(day.lowestC()));
        values.put("highest_degC", known(day.highestC()));
        values.put("mean_degC", known(day.meanC()));
        return values;
    }

    private static Object known(double value) {
        return Double.isNaN(value)
                ? null
                : new BigDecimal(BigDecimal.valueOf(value).stripTrailingZeros().toPlainString());
    }

    private static Object known(String text) {
        return text.isEmpty() ? null : text;
    }

    /** A column for each value that is known at all. */
    static TextTable table(List<Map<String, Object>> rows) {
        List<String> names =
                rows.stream()
                        .flatMap(row -> row.keySet().stream())
                        .distinct()
                        .filter(it -> rows.stream().anyMatch(row -> row.get(it) != null))
                        .toList();
        String[] head =
                names.stream()
                        .map(it -> it.endsWith("time") ? it : ">" + it)
                        .toArray(String[]::new);
        TextTable table = new TextTable(head);
        rows.forEach(row -> table.row(names.stream().map(row::get).toArray()));
        return table;
    }
}

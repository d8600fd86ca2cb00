package io.wattwire.source.influxdb;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The answer to a question in InfluxQL, newest row first: each column's newest number.
 *
 * @param cells by the column's name
 */
record Rows(Map<String, Cell> cells) {

    /**
     * A number.
     *
     * @param value finite
     * @param timeMillis of its point
     */
    record Cell(double value, long timeMillis) {}

    /**
     * Reads an answer.
     *
     * @param text JSON of InfluxDB 1.x, or of the like-named endpoint of 2.x
     * @throws IOException if it is something else, or tells an error
     */
    static Rows parse(String text) throws IOException {
        try {
            JsonObject answer = JsonParser.parseString(text).getAsJsonObject();
            if (answer.has("error")) {
                throw new IOException("InfluxDB says: " + answer.get("error").getAsString());
            }
            JsonObject result = answer.getAsJsonArray("results").get(0).getAsJsonObject();
            if (result.has("error")) {
                throw new IOException("InfluxDB says: " + result.get("error").getAsString());
            }
            return result.has("series")
                    ? series(result.getAsJsonArray("series").get(0).getAsJsonObject())
                    : new Rows(Map.of());
        } catch (RuntimeException notIt) {
            throw new IOException("the answer is not one of InfluxDB", notIt);
        }
    }

    private static Rows series(JsonObject series) {
        JsonArray columns = series.getAsJsonArray("columns");
        JsonArray rows = series.getAsJsonArray("values");
        int time = timeColumn(columns);
        Map<String, Cell> cells = new LinkedHashMap<>();
        for (JsonElement each : rows) {
            JsonArray row = each.getAsJsonArray();
            long timeMillis = row.get(time).getAsLong();
            for (int i = 0; i < Math.min(columns.size(), row.size()); i++) {
                if (i != time) {
                    number(row.get(i), timeMillis, columns.get(i).getAsString(), cells);
                }
            }
        }
        return new Rows(cells);
    }

    private static int timeColumn(JsonArray columns) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).getAsString().equals("time")) {
                return i;
            }
        }
        throw new IllegalArgumentException("no column is the time");
    }

    /** Tags are texts, and a point has only some of its measurement's fields. */
    private static void number(
            JsonElement cell, long timeMillis, String column, Map<String, Cell> cells) {
        if (cell.isJsonPrimitive() && cell.getAsJsonPrimitive().isNumber()) {
            double number = cell.getAsDouble();
            if (Double.isFinite(number)) {
                cells.putIfAbsent(column, new Cell(number, timeMillis));
            }
        }
    }
}

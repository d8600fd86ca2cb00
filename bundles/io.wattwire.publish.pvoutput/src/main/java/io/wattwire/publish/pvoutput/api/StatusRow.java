package io.wattwire.publish.pvoutput.api;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One row of PVOutput's getstatus. What it does not know is NaN.
 *
 * @param time local time of the system's site
 * @param generatedWh energy generated since midnight
 * @param generationW power generated
 * @param averageW mean power of the interval; only in a history
 * @param consumedWh energy consumed since midnight
 * @param consumptionW power consumed
 * @param normalised power by the system's size, kW/kW
 * @param temperatureC temperature
 * @param voltageV voltage
 * @param extended v7 to v12; empty where they were not asked for
 */
public record StatusRow(
        LocalDateTime time,
        double generatedWh,
        double generationW,
        double averageW,
        double consumedWh,
        double consumptionW,
        double normalised,
        double temperatureC,
        double voltageV,
        List<Double> extended) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd,HH:mm", Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT);
    private static final int SINGLE = 9;
    private static final int HISTORY = 11;
    private static final int EXTENDED = 6;

    /**
     * Reads the answer to a request for one status.
     *
     * @param body as it came
     * @return the row
     * @throws IllegalArgumentException if it is none
     */
    public static StatusRow single(String body) {
        String[] columns = columns(body, SINGLE);
        double[] n = numbers(columns);
        return new StatusRow(
                time(columns),
                n[2],
                n[3],
                Double.NaN,
                n[4],
                n[5],
                n[6],
                n[7],
                n[8],
                extended(n, SINGLE));
    }

    /**
     * Reads the answer to a request for a history, whose columns have another order.
     *
     * @param body as it came
     * @return the rows in their order
     * @throws IllegalArgumentException if one is none
     */
    public static List<StatusRow> history(String body) {
        List<StatusRow> rows = new ArrayList<>();
        for (String row : body.strip().split(";")) {
            String[] columns = columns(row, HISTORY);
            double[] n = numbers(columns);
            rows.add(
                    new StatusRow(
                            time(columns),
                            n[2],
                            n[4],
                            n[5],
                            n[7],
                            n[8],
                            n[6],
                            n[9],
                            n[10],
                            extended(n, HISTORY)));
        }
        return rows;
    }

    private static String[] columns(String row, int least) {
        String[] columns = row.strip().split(",", -1);
        if (columns.length != least && columns.length != least + EXTENDED) {
            throw new IllegalArgumentException(
                    columns.length + " columns where " + least + " were expected");
        }
        return columns;
    }

    private static LocalDateTime time(String[] columns) {
        try {
            return LocalDateTime.parse(columns[0] + "," + columns[1], TIME);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no date and time at the beginning", e);
        }
    }

    private static double[] numbers(String[] columns) {
        double[] numbers = new double[columns.length];
        for (int i = 2; i < columns.length; i++) {
            numbers[i] = number(columns[i]);
        }
        return numbers;
    }

    static double number(String text) {
        if (!text.matches("NaN|-?\\d{1,15}(\\.\\d{1,9})?")) {
            throw new IllegalArgumentException("a column is no number");
        }
        return Double.parseDouble(text);
    }

    private static List<Double> extended(double[] numbers, int from) {
        return Arrays.stream(numbers, from, numbers.length).boxed().toList();
    }
}

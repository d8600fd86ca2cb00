package io.wattwire.publish.pvoutput;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Where one of PVOutput's values comes from: {@code inverter/pv_power}, the sum of several with
 * {@code +} between, and words behind them. Energies are kWh as drivers count them, and of the day
 * where the name ends with {@code _today}; the words {@code Wh}, {@code daily} and {@code lifetime}
 * say otherwise. Other values are the mean of an interval; {@code last} says otherwise.
 *
 * @param series each {@code asset/channel}
 * @param factor from the points' unit to PVOutput's
 * @param last whether the last value of an interval counts, not the mean
 * @param lifetime whether an energy is one ever counted
 */
record Origin(List<String> series, double factor, boolean last, boolean lifetime) {

    private static final Pattern SERIES = Pattern.compile("[^\\s/=;*+]{1,100}/[^\\s/=;*+]{1,90}");
    private static final double WH_PER_KWH = 1000;
    private static final int MOST = 10;

    /** Null where the text is none, which is told. */
    static Origin parse(Column column, String text, Consumer<String> problem) {
        String[] parts = text.strip().split("\\s*\\+\\s*", -1);
        String[] words = parts[parts.length - 1].split("\\s+");
        List<String> series = new ArrayList<>(List.of(parts));
        series.set(parts.length - 1, words[0]);
        if (parts.length > MOST || !series.stream().allMatch(it -> SERIES.matcher(it).matches())) {
            problem.accept(
                    column.setting()
                            + " is '"
                            + text.strip()
                            + "'; write asset/channel, or up to "
                            + MOST
                            + " of them with + between");
            return null;
        }
        List<String> said = List.of(words).subList(1, words.length);
        return column.isEnergy()
                ? energy(column, series, said, problem)
                : other(column, series, said, problem);
    }

    private static Origin energy(
            Column column, List<String> series, List<String> words, Consumer<String> problem) {
        if (!List.of("Wh", "kWh", "daily", "lifetime").containsAll(words)) {
            problem.accept(
                    column.setting() + ": behind the points only Wh, kWh, daily, lifetime fit");
            return null;
        }
        long daily = series.stream().filter(it -> it.endsWith("_today")).count();
        boolean said = words.contains("daily") || words.contains("lifetime");
        if (!said && daily != 0 && daily != series.size()) {
            problem.accept(
                    column.setting()
                            + " adds energies of the day and ever counted; take the same of all");
            return null;
        }
        boolean lifetime = said ? words.contains("lifetime") : daily == 0;
        return new Origin(series, words.contains("Wh") ? 1 : WH_PER_KWH, true, lifetime);
    }

    private static Origin other(
            Column column, List<String> series, List<String> words, Consumer<String> problem) {
        if (!List.of("last").containsAll(words)) {
            problem.accept(column.setting() + ": behind the points only the word last fits");
            return null;
        }
        return new Origin(series, 1, !words.isEmpty(), false);
    }

    /** The sum in PVOutput's unit; NaN where one is missing, as the rest would be a wrong one. */
    double of(Map<String, Double> values) {
        double sum = 0;
        for (String one : series) {
            sum += values.getOrDefault(one, Double.NaN);
        }
        return sum * factor;
    }
}

package io.wattwire.publish.pvoutput;

import io.wattwire.device.driver.SettingsReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is told to PVOutput, and for which intervals.
 *
 * @param origins where each value comes from
 * @param minutes length of PVOutput's status interval
 * @param zone of the site
 * @param output whether each day's sum is told too
 */
record Plan(Map<Column, Origin> origins, int minutes, ZoneId zone, boolean output) {

    private static final Pattern EXTENDED = Pattern.compile("[vV]([789]|1[012])\\s*=(.*)");
    private static final int USUAL = 5;
    private static final int LONGEST = 15;
    private static final long MINUTE_MS = 60_000;
    private static final int SECONDS = 60;

    /** Reads the settings; what is wrong is told to their reader. */
    static Plan of(SettingsReader plain) {
        Map<Column, Origin> origins = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            if (!column.setting().equals(Column.EXTENDED)) {
                plain.text(column.setting()).ifPresent(it -> put(origins, column, it, plain));
            }
        }
        extended(origins, plain);
        int minutes = plain.whole("interval", USUAL, LONGEST).orElse(USUAL);
        if (minutes % USUAL != 0) {
            plain.problem("interval is " + minutes + "; write 5, 10 or 15, as PVOutput has it");
        }
        boolean output = plain.flag("output", false);
        Plan plan = new Plan(origins, minutes, zone(plain), output);
        plan.check(plain);
        return plan;
    }

    private static void put(
            Map<Column, Origin> origins, Column column, String text, SettingsReader plain) {
        Origin origin = Origin.parse(column, text, plain::problem);
        if (origin != null) {
            origins.put(column, origin);
        }
    }

    private static void extended(Map<Column, Origin> origins, SettingsReader plain) {
        for (String line : plain.text(Column.EXTENDED, "").split("[;\\r\\n]+")) {
            Matcher matcher = EXTENDED.matcher(line.strip());
            if (matcher.matches()) {
                put(origins, Column.valueOf("V" + matcher.group(1)), matcher.group(2), plain);
            } else if (!line.isBlank()) {
                plain.problem(
                        "extended has '"
                                + line.strip()
                                + "'; write for example v7 = battery/battery_soc, v7 to v12, with"
                                + " semicolons between");
            }
        }
    }

    private static ZoneId zone(SettingsReader plain) {
        String name = plain.text("zone", "");
        try {
            return name.isEmpty() ? ZoneId.systemDefault() : ZoneId.of(name);
        } catch (DateTimeException unknown) {
            plain.problem("zone is '" + name + "'; write for example Europe/Amsterdam");
            return ZoneId.systemDefault();
        }
    }

    private void check(SettingsReader plain) {
        if (origins.keySet().stream().noneMatch(it -> it.isEssential() || it == Column.NET)) {
            plain.problem(
                    "nothing to tell; set generation.energy, generation.power, a consumption or"
                            + " net.power");
        }
        boolean essential = origins.keySet().stream().anyMatch(Column::isEssential);
        if (net() && essential) {
            plain.problem(
                    "net.power goes without generation and consumption, which PVOutput then makes"
                            + " of the inverter's own values; leave them empty");
        }
        if (output && !origins.containsKey(Column.V1)) {
            plain.problem("output is the energy of a day; set generation.energy");
        }
        checkRules(plain);
    }

    private void checkRules(SettingsReader plain) {
        Map<String, Boolean> kinds = new HashMap<>();
        origins.forEach(
                (column, origin) -> {
                    for (String series : origin.series()) {
                        Boolean other = kinds.put(series, origin.last());
                        if (other != null && other != origin.last()) {
                            plain.problem(
                                    series + " is used as mean and as last; use it in one way");
                        }
                    }
                });
    }

    /** Whether PVOutput is told what flows through the grid connection. */
    boolean net() {
        return origins.containsKey(Column.NET);
    }

    /** How the publisher thins out what comes in; each value is then of one interval. */
    String rules() {
        StringBuilder rules = new StringBuilder();
        for (Origin origin : origins.values()) {
            for (String series : origin.series()) {
                rules.append(series)
                        .append(origin.last() ? " = last " : " = mean ")
                        .append(minutes * SECONDS)
                        .append(';');
            }
        }
        return rules.append("* = off").toString();
    }

    /** How many values one interval has. */
    int values() {
        return Math.max(
                1,
                (int)
                        origins.values().stream()
                                .flatMap(it -> it.series().stream())
                                .distinct()
                                .count());
    }

    long lengthMs() {
        return minutes * MINUTE_MS;
    }

    /** Beginning of the interval of a value: a mean has the time of its interval's end. */
    long start(String series, long millis) {
        boolean last =
                origins.values().stream().anyMatch(it -> it.last() && it.series().contains(series));
        return Math.floorDiv(last ? millis : millis - 1, lengthMs()) * lengthMs();
    }

    LocalDateTime local(long millis) {
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), zone);
    }

    /** PVOutput's c1: which energies are counted ever, not of the day; 0 for none. */
    int cumulative() {
        boolean generated = lifetime(Column.V1);
        boolean consumed = lifetime(Column.V3);
        if (generated) {
            return consumed ? 1 : 2;
        }
        return consumed ? 3 : 0;
    }

    boolean lifetime(Column column) {
        Origin origin = origins.get(column);
        return origin != null && origin.lifetime();
    }
}

package io.wattwire.source.influxdb;

import io.wattwire.device.driver.SettingsReader;
import io.wattwire.device.source.SourceSettings;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * The settings of an InfluxDB source after checking.
 *
 * @param query the whole request, with the question in it
 * @param authorization the header that proves who asks; empty: none. Never printed
 * @param interval between two questions
 */
record InfluxSettings(URI query, String authorization, Duration interval) {

    private static final int NEWEST_ROWS = 50;

    /** Clocks differ; but a point of tomorrow would hide all of today. */
    private static final int AHEAD_SECONDS = 10;

    /**
     * Reads the settings; what is wrong is told to their reader.
     *
     * @return null where something is wrong
     */
    static InfluxSettings of(SourceSettings settings) {
        SettingsReader plain = settings.plain();
        String url = plain.text("url", "http://localhost:8086");
        if (!url.matches("https?://[A-Za-z0-9._\\[\\]:-]{1,260}(/[A-Za-z0-9._/-]{0,100})?")) {
            plain.problem("url is '" + url + "'; write for example http://localhost:8086");
        }
        String database = plain.text("database", "");
        if (database.isEmpty()) {
            plain.problem("database is empty; write its name, with InfluxDB 2 the bucket's");
        }
        String measurement = plain.text("measurement", "");
        if (measurement.isEmpty()) {
            plain.problem("measurement is empty; write the one that has the meter's values");
        }
        int age = plain.whole("max.age.s", 1, 3600).orElse(10);
        int interval = plain.whole("interval.s", 1, 3600).orElse(5);
        String authorization = settings.authorization();
        if (!plain.problems().isEmpty()) {
            return null;
        }
        String question = question(plain, measurement, age);
        URI query =
                URI.create(
                        url.replaceAll("/+$", "")
                                + "/query?epoch=ms&db="
                                + encoded(database)
                                + "&q="
                                + encoded(question));
        return new InfluxSettings(query, authorization, Duration.ofSeconds(interval));
    }

    /** The newest rows, but none that is old: a database remembers a meter that died long ago. */
    private static String question(SettingsReader plain, String measurement, int age) {
        String condition =
                plain.text("where.key")
                        .map(
                                key ->
                                        quoted(key, '"')
                                                + " = "
                                                + quoted(plain.text("where.value", ""), '\'')
                                                + " AND ")
                        .orElse("");
        return "SELECT * FROM "
                + quoted(measurement, '"')
                + " WHERE "
                + condition
                + "time > now() - "
                + age
                + "s AND time < now() + "
                + AHEAD_SECONDS
                + "s ORDER BY time DESC LIMIT "
                + NEWEST_ROWS;
    }

    /** A name or text in InfluxQL; what is in it cannot end it. */
    private static String quoted(String text, char quote) {
        String escaped = text.replace("\\", "\\\\").replace(String.valueOf(quote), "\\" + quote);
        return quote + escaped.replace("\n", " ") + quote;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return query.getScheme() + "://" + query.getAuthority();
    }
}

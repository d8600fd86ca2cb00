package io.wattwire.publish.influxdb;

import io.wattwire.device.driver.SettingsReader;
import io.wattwire.device.source.SourceSettings;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The settings of the publisher after checking.
 *
 * @param write where lines are posted
 * @param authorization the header that proves who writes; empty: none. Never printed
 * @param lines makes lines
 */
record InfluxSettings(URI write, String authorization, Lines lines) {

    /** Reads the settings; null where something is wrong, which their reader is told. */
    static InfluxSettings of(SourceSettings settings) {
        SettingsReader plain = settings.plain();
        String url = plain.text("url", "http://localhost:8086");
        if (!url.matches("https?://[A-Za-z0-9._\\[\\]:-]{1,260}(/[A-Za-z0-9._/-]{0,100})?")) {
            plain.problem("url is '" + url + "'; write for example http://localhost:8086");
        }
        String bucket = plain.text("database", "");
        if (bucket.isEmpty()) {
            plain.problem("database is empty; write its name, for InfluxDB 2 and 3 the bucket's");
        }
        String path = path(plain, bucket);
        Tags tags = Tags.parse(plain.text("tags", ""), plain::problem);
        String authorization = settings.authorization();
        if (!plain.problems().isEmpty()) {
            return null;
        }
        return new InfluxSettings(
                URI.create(url.replaceAll("/+$", "") + path),
                authorization,
                new Lines(plain.text("measurement", "wattwire"), tags));
    }

    private static String path(SettingsReader plain, String bucket) {
        String api = plain.text("api", "v1");
        Optional<String> org = plain.text("organization");
        if (api.equals("v2")) {
            return "/api/v2/write?precision=ms&bucket="
                    + encoded(bucket)
                    + org.map(name -> "&org=" + encoded(name)).orElse("");
        }
        if (!api.equals("v1")) {
            plain.problem("api is '" + api + "'; write v1, or v2 for InfluxDB 2 and 3");
        }
        return "/write?precision=ms&db="
                + encoded(bucket)
                + plain.text("retention.policy").map(rp -> "&rp=" + encoded(rp)).orElse("");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return write.getScheme() + "://" + write.getAuthority();
    }
}

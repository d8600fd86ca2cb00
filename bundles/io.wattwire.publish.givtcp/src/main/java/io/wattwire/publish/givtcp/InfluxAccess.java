package io.wattwire.publish.givtcp;

import io.wattwire.device.driver.SettingsReader;
import io.wattwire.device.source.SourceSettings;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Which InfluxDB.
 *
 * @param write where lines are posted
 * @param authorization the header; a secret
 */
record InfluxAccess(URI write, String authorization) {

    /** Reads the settings; empty while nothing goes there, or where something is wrong. */
    static Optional<InfluxAccess> of(SourceSettings settings) {
        SettingsReader plain = settings.plain();
        if (!plain.flag("influx", false)) {
            return Optional.empty();
        }
        String url = plain.text("influx.url", "http://localhost:8086").replaceFirst("/+$", "");
        if (!url.matches("https?://[A-Za-z0-9._:\\[\\]-]{1,253}(/[A-Za-z0-9._/-]{0,200})?")) {
            plain.problem("influx.url is '" + url + "'; write for example http://192.0.2.7:8086");
        }
        String bucket = plain.text("influx.bucket", "");
        if (bucket.isEmpty()) {
            plain.problem("influx.bucket is empty; write the name of the bucket");
        }
        String org = plain.text("influx.org", "");
        Optional<char[]> token = settings.secret("influx.token");
        if (!plain.problems().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new InfluxAccess(
                        URI.create(
                                url
                                        + "/api/v2/write?precision=ms&org="
                                        + encoded(org)
                                        + "&bucket="
                                        + encoded(bucket)),
                        token.map(it -> "Token " + String.valueOf(it)).orElse("")));
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

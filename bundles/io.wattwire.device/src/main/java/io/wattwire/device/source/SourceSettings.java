package io.wattwire.device.source;

import io.wattwire.device.driver.Secrets;
import io.wattwire.device.driver.Services;
import io.wattwire.device.driver.SettingsReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** Reads a source's settings, secrets among them. */
public final class SourceSettings {

    private final SettingsReader reader;
    private final Secrets secrets;

    /**
     * Begins to read.
     *
     * @param properties the configuration, unchecked
     * @param services where the crypto service is found; null outside a framework
     */
    public SourceSettings(Map<String, Object> properties, Services services) {
        this.reader = new SettingsReader(properties);
        this.secrets = new Secrets(services == null ? new Services(null) : services);
    }

    /**
     * Reads everything that is no secret.
     *
     * @return the reader, which also collects problems
     */
    public SettingsReader plain() {
        return reader;
    }

    /**
     * Reads a password. Kura hands it over encrypted.
     *
     * @param id of the setting
     * @return empty where nothing is set, and where it cannot be decrypted, which is a problem
     */
    public Optional<char[]> secret(String id) {
        return secrets.read(reader, id);
    }

    /**
     * Reads how an HTTP server is told who asks: {@code token}, else {@code username} and {@code
     * password}.
     *
     * @return value of the header Authorization, a secret; empty where neither is set
     */
    public String authorization() {
        Optional<String> token = secret("token").map(String::valueOf);
        if (token.isPresent()) {
            return "Token " + token.get();
        }
        Optional<String> user = reader.text("username");
        if (user.isEmpty()) {
            return "";
        }
        String pair = user.get() + ":" + secret("password").map(String::valueOf).orElse("");
        byte[] bytes = pair.getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(bytes);
    }
}

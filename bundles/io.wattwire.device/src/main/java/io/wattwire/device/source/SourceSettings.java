package io.wattwire.device.source;

import io.wattwire.device.driver.Services;
import io.wattwire.device.driver.SettingsReader;
import java.util.Map;
import java.util.Optional;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.crypto.CryptoService;

/** Reads a source's settings, secrets among them. */
public final class SourceSettings {

    private final SettingsReader reader;
    private final Services services;

    /**
     * Begins to read.
     *
     * @param properties the configuration, unchecked
     * @param services where the crypto service is found; null outside a framework
     */
    public SourceSettings(Map<String, Object> properties, Services services) {
        this.reader = new SettingsReader(properties);
        this.services = services == null ? new Services(null) : services;
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
        Optional<String> encrypted = reader.text(id);
        if (encrypted.isEmpty()) {
            return Optional.empty();
        }
        Optional<CryptoService> crypto = services.find(CryptoService.class);
        try {
            if (crypto.isPresent()) {
                return Optional.of(crypto.get().decryptAes(encrypted.get().toCharArray()));
            }
            reader.problem(id + " cannot be read without Kura's crypto service; start that first");
        } catch (KuraException notOurs) {
            reader.problem(id + " was not encrypted by this gateway; enter it again");
        }
        return Optional.empty();
    }
}

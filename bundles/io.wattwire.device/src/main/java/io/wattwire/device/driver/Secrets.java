package io.wattwire.device.driver;

import java.util.Optional;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.crypto.CryptoService;

/** Reads passwords, which Kura hands over encrypted; none of its messages shows one. */
public final class Secrets {

    private final Services services;

    /**
     * Looks for Kura's crypto service when it is needed.
     *
     * @param services where it is found
     */
    public Secrets(Services services) {
        this.services = services;
    }

    /**
     * Reads a password.
     *
     * @param reader of the configuration; is told what is wrong
     * @param id of the setting
     * @return empty where nothing is set, and where it cannot be decrypted, which is a problem
     */
    public Optional<char[]> read(SettingsReader reader, String id) {
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
